"""Times entity scoring in Python: seqeval where it is installed, else its steps written plainly. Mode: iob2 | conlleval.

Standard input: gold tags one sentence a line, an empty line, predicted tags. Prints one JSON object; reading is not timed.
"""

import json
import sys
import time


class Token:
    def __init__(self, tag):
        self.tag_text = tag

    @property
    def prefix(self):
        return self.tag_text[0]

    @property
    def label(self):
        return self.tag_text[1:].strip("-") or "_"


def strict_iob2(tags, sentence):
    tokens = [Token(tag) for tag in tags] + [Token("O")]
    found, index = [], 0
    while index < len(tags):
        first = tokens[index]
        if first.prefix != "B":
            index += 1
            continue
        end = index + 1
        while tokens[end].prefix == "I" and tokens[end].label == first.label:
            end += 1
        found.append((sentence, first.label, index, end))
        index = end
    return found


def conlleval(tags, sentence):
    found, before, before_label, start = [], "O", "", 0
    for index, tag in enumerate(tags + ["O"]):
        prefix, label = tag[0], tag[1:].split("-", maxsplit=1)[-1] or "_"
        changed = before_label != label
        if before != "O" and (before in "ES" or prefix in "BSO" or changed):
            found.append((sentence, before_label, start, index))
        if prefix != "O" and (prefix in "BS" or before in "ESO" or changed):
            start = index
        before, before_label = prefix, label
    return found


def plain(gold, predicted, mode):
    read = strict_iob2 if mode == "iob2" else conlleval
    right = [entity for number, tags in enumerate(gold) for entity in read(tags, number)]
    said = [entity for number, tags in enumerate(predicted) for entity in read(tags, number)]
    sums = [0, 0, 0]
    for label in {entity[1] for entity in right + said}:
        of_gold = {entity for entity in right if entity[1] == label}
        of_predicted = {entity for entity in said if entity[1] == label}
        sums = [sums[0] + len(of_gold & of_predicted), sums[1] + len(of_predicted), sums[2] + len(of_gold)]
    return sums


def main():
    mode = sys.argv[1]
    gold, predicted = (
        [line.split(" ") for line in side.split("\n")] for side in sys.stdin.read().rstrip("\n").split("\n\n")
    )
    name, seconds = "seqeval-like Python", None
    try:
        from seqeval.metrics import f1_score
        from seqeval.scheme import IOB2

        options = {"mode": "strict", "scheme": IOB2} if mode == "iob2" else {}
        begin = time.process_time()
        f1_score(gold, predicted, average="micro", **options)
        name, seconds = "seqeval", time.process_time() - begin
    except ImportError:
        pass
    begin = time.process_time()
    correct, said, right = plain(gold, predicted, mode)
    seconds = seconds or time.process_time() - begin
    print(json.dumps({"name": name, "seconds": seconds, "correct": correct, "predicted": said, "gold": right}))


main()

/** Goes with an export: makes spaCy's own binary format of the lines, and says what became of each entity. */
export const DOCBIN_SCRIPT = `"""Makes a DocBin (.spacy) of data.jsonl for "spacy train".

    python make_docbin.py data.jsonl train.spacy --lang zh

An entity that does not begin and end with a token is widened to whole tokens (--alignment expand), narrowed
(contract) or left out (strict); each is reported. With --file-tokens the tokens of the file are used where it has
some, instead of those of spaCy's tokenizer for the language. Entities that overlap others are in doc.spans["sc"].
"""

import argparse
import json
import sys


def words_and_spaces(text, tokens):
    """The file's tokens, with what stands between them as tokens of their own: spaCy rebuilds the text from them."""
    words, spaces, end = [], [], 0
    for start, stop in tokens:
        if start < end:
            continue
        gap = text[end:start]
        if gap == " " and words:
            spaces[-1] = True
        elif gap:
            words.append(gap)
            spaces.append(False)
        words.append(text[start:stop])
        spaces.append(False)
        end = stop
    if end < len(text):
        words.append(text[end:])
        spaces.append(False)
    return words, spaces


def main():
    import spacy
    from spacy.tokens import Doc, DocBin
    from spacy.util import filter_spans

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jsonl")
    parser.add_argument("out")
    parser.add_argument("--lang", default=None, help="default: the language of the first line, else xx")
    parser.add_argument("--alignment", choices=["expand", "contract", "strict"], default="expand")
    parser.add_argument("--file-tokens", action="store_true")
    args = parser.parse_args()

    nlp = spacy.blank(args.lang) if args.lang else None
    docs = DocBin(store_user_data=True)
    count = moved = lost = 0
    with open(args.jsonl, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            text = row["text"]
            nlp = nlp or spacy.blank((row.get("lang") or "xx").split("-")[0])
            if args.file_tokens and row.get("tokens"):
                words, spaces = words_and_spaces(text, row["tokens"])
                doc = Doc(nlp.vocab, words=words, spaces=spaces)
            else:
                doc = nlp.make_doc(text)

            def spans_of(triples):
                nonlocal moved, lost
                for start, end, label in triples:
                    span = doc.char_span(start, end, label=label, alignment_mode=args.alignment)
                    if span is None:
                        lost += 1
                        print(f"line {number}: {label} {text[start:end]!r} is not on tokens: left out", file=sys.stderr)
                        continue
                    if (span.start_char, span.end_char) != (start, end):
                        moved += 1
                        print(f"line {number}: {label} {text[start:end]!r} became {span.text!r}", file=sys.stderr)
                    yield span

            entities = list(spans_of(row.get("entities", [])))
            kept = filter_spans(entities)
            lost += len(entities) - len(kept)
            doc.set_ents(kept)
            doc.spans["sc"] = list(spans_of(row.get("spans", {}).get("sc", [])))
            doc.user_data["id"] = row.get("id")
            docs.add(doc)
            count += 1
    docs.to_disk(args.out)
    print(f"{count} texts written; {moved} entities moved to token edges, {lost} left out.")


if __name__ == "__main__":
    main()
`;

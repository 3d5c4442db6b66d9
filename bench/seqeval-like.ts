// The steps of seqeval, written plainly with strings and sets: what TagScorer is measured against.

export type Reference = { readonly correct: number; readonly predicted: number; readonly gold: number };

class Token {
  readonly prefix: string;
  readonly label: string;

  constructor(tag: string) {
    this.prefix = tag.charAt(0);
    this.label = tag.slice(1).replace(/^-+|-+$/g, "") || "_";
  }
}

type Entity = {
  readonly sentence: number;
  readonly label: string;
  readonly start: number;
  readonly end: number;
};

function strictIob2(tags: readonly string[], sentence: number): Entity[] {
  const tokens = [...tags, "O"].map((tag) => new Token(tag));
  const found: Entity[] = [];
  let index = 0;
  while (index < tags.length) {
    const first = tokens[index];
    if (first?.prefix !== "B") {
      index++;
      continue;
    }
    let end = index + 1;
    while (tokens[end]?.prefix === "I" && tokens[end]?.label === first.label) end++;
    found.push({ sentence, label: first.label, start: index, end });
    index = end;
  }
  return found;
}

function conlleval(tags: readonly string[], sentence: number): Entity[] {
  const found: Entity[] = [];
  let before = { prefix: "O", label: "" };
  let start = 0;
  for (const [index, tag] of [...tags, "O"].entries()) {
    const prefix = tag.charAt(0);
    const label = tag.split("-").slice(1).join("-") || "_";
    const changed = before.label !== label;
    const ends =
      before.prefix !== "O" &&
      (["E", "S"].includes(before.prefix) || ["B", "S", "O"].includes(prefix) || changed);
    const starts =
      prefix !== "O" && (["B", "S"].includes(prefix) || ["E", "S", "O"].includes(before.prefix) || changed);
    if (ends) found.push({ sentence, label: before.label, start, end: index });
    if (starts) start = index;
    before = { prefix, label };
  }
  return found;
}

export function seqevalLike(
  gold: readonly string[][],
  predicted: readonly string[][],
  mode: "iob2" | "conlleval",
): Reference {
  const read = mode === "iob2" ? strictIob2 : conlleval;
  const right = gold.flatMap((tags, sentence) => read(tags, sentence));
  const said = predicted.flatMap((tags, sentence) => read(tags, sentence));
  const sum = { correct: 0, predicted: 0, gold: 0 };
  for (const label of new Set([...right, ...said].map((entity) => entity.label))) {
    const keys = (entities: readonly Entity[]): Set<string> =>
      new Set(
        entities
          .filter((entity) => entity.label === label)
          .map(({ sentence, start, end }) => `${sentence} ${label} ${start} ${end}`),
      );
    const ofGold = keys(right);
    const ofPredicted = keys(said);
    sum.gold += ofGold.size;
    sum.predicted += ofPredicted.size;
    for (const key of ofPredicted) if (ofGold.has(key)) sum.correct++;
  }
  return sum;
}

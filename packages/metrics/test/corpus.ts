import { readFileSync } from "node:fs";
import { type Annotation, emptyAnnotation, range, type Side, spanId } from "@spanbridge/shared";

type Entity = readonly [start: number, end: number, label: string];
type Record = {
  readonly id: string;
  readonly english: readonly Entity[];
  readonly gold: readonly Entity[];
  readonly predicted: readonly Entity[];
  readonly links: readonly (readonly [number, number])[];
};

export type Sentence = {
  readonly id: string;
  readonly document: string;
  readonly gold: Annotation;
  readonly predicted: Annotation;
};

/** The sentences of a fixture (see fixtures/README.md). Texts are not part of it. */
export function corpus(language: "zh" | "ru" | "de"): readonly Sentence[] {
  const file = new URL(`fixtures/pud_eflomal_${language}.jsonl`, import.meta.url);
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const record: Record = JSON.parse(line);
      return {
        id: record.id,
        document: record.id.slice(0, 6),
        gold: annotation(record.english, record.gold, []),
        predicted: annotation(record.english, record.predicted, record.links),
      };
    });
}

const provenance = { origin: "import" } as const;

function annotation(
  english: readonly Entity[],
  source: readonly Entity[],
  links: Record["links"],
): Annotation {
  const spans = (side: Side, list: readonly Entity[]) =>
    list.map(([start, end, label], index) => ({
      id: spanId(`${side}${index}`),
      side,
      ...range(start, end),
      label,
      provenance,
    }));
  return {
    ...emptyAnnotation("", ""),
    spans: [...spans("source", source), ...spans("pivot", english)],
    links: links.map(([e, s]) => ({ pivot: spanId(`pivot${e}`), source: spanId(`source${s}`), provenance })),
  };
}

import { type Annotation, emptyAnnotation, range, type Side, type Span, spanId } from "@spanbridge/shared";

type Sketch = {
  readonly source?: string;
  readonly pivot?: string;
  /** id → [side, start, end, label] */
  readonly spans: Readonly<Record<string, readonly [Side, number, number, string]>>;
  /** [pivot id, source id] */
  readonly links?: readonly (readonly [string, string])[];
  readonly absent?: readonly string[];
};

const provenance = { origin: "import" } as const;

export function annotation({ source = "", pivot = "", spans, links = [], absent = [] }: Sketch): Annotation {
  return {
    ...emptyAnnotation(source, pivot),
    spans: Object.entries(spans).map(
      ([id, [side, start, end, label]]): Span => ({
        id: spanId(id),
        side,
        ...range(start, end),
        label,
        provenance,
      }),
    ),
    links: links.map(([a, b]) => ({ pivot: spanId(a), source: spanId(b), provenance })),
    absences: absent.map((id) => ({ span: spanId(id), reason: "dropped_in_translation", provenance })),
  };
}

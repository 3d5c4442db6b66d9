import {
  type AbsenceReason,
  type Annotation,
  absenceOf,
  counterparts,
  type Provenance,
  type Side,
  type Span,
  type SpanId,
  spanById,
  Text,
  textOf,
} from "@spanbridge/shared";

const CLIPPED = 40;

/** The two texts of an annotation, indexed once: a list of entities asks for hundreds of pieces. */
const texts = new WeakMap<Annotation, Readonly<Record<Side, Text>>>();

function textsOf(annotation: Annotation): Readonly<Record<Side, Text>> {
  const known = texts.get(annotation) ?? {
    source: indexed(textOf(annotation, "source")),
    pivot: indexed(textOf(annotation, "pivot")),
  };
  texts.set(annotation, known);
  return known;
}

/** The texts of the last few annotations: every edit makes another annotation, and hardly any another text. */
const recent: Text[] = [];
const RECENT = 6;

function indexed(value: string): Text {
  const found = recent.find((text) => text.value === value) ?? new Text(value);
  recent.splice(0, RECENT, found, ...recent.filter((text) => text !== found).slice(0, RECENT - 1));
  return found;
}

/** The source text, indexed. */
export const sourceOf = (annotation: Annotation): Text => textsOf(annotation).source;

/** The characters of a span. */
export function surfaceOf(annotation: Annotation, span: Span): string {
  const text = textsOf(annotation)[span.side];
  return text.holds(span) ? text.slice(span) : "";
}

/** The characters of a span for use inside a sentence: long ones are cut, line breaks become spaces. */
export function quoted(annotation: Annotation, span: Span | undefined): string {
  return span ? clipped(surfaceOf(annotation, span)) : "a span";
}

export function clipped(value: string): string {
  const line = [...value.replaceAll(/\s+/gu, " ")];
  return line.length > CLIPPED ? `${line.slice(0, CLIPPED - 1).join("")}…` : line.join("");
}

export const quotedById = (annotation: Annotation, id: SpanId): string =>
  quoted(annotation, spanById(annotation, id));

export const absenceSentences: Record<AbsenceReason, string> = {
  dropped_in_translation: "Left out by the translation",
  added_by_translation: "Added by the translation",
  not_an_entity_there: "There, but not as an entity",
};

/** What a screen reader says for a span: label, text, and what it is linked to. */
export function spanName(annotation: Annotation, span: Span): string {
  const linked = counterparts(annotation, span.id).map((other) => quoted(annotation, other));
  const absence = absenceOf(annotation, span.id);
  const relation =
    linked.length > 0
      ? `linked to ${linked.join(" and ")}`
      : absence
        ? `no counterpart: ${absenceSentences[absence.reason].toLowerCase()}`
        : "not linked";
  return `${span.label} ${quoted(annotation, span)}, ${relation}`;
}

/** Where a span or link comes from, in a word or two. `people` maps ids to names; `you` is the one who looks. */
export function originName(
  { origin, ref }: Provenance,
  people: Readonly<Record<string, string>>,
  you: string,
): string {
  switch (origin) {
    case "human":
      return ref === you ? "you" : ((ref && people[ref]) ?? "a person");
    case "import":
      return "imported";
    case "run":
      return "projected";
    case "memory":
      return "from memory";
  }
}

import { codePoint, type Side, type Span, Text, words } from "@spanbridge/shared";
import { inOrder } from "../foreign/write.ts";
import type { SegmentRecord, TokenRange } from "../record.ts";
import { isVisible } from "../tokens/tokenise.ts";
import { escapeText, escapeValue } from "./escapes.ts";
import { SIDE_MARKS } from "./segment.ts";

const ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

export const WEBANNO_HEADER = `#FORMAT=WebAnno TSV 3.3
#T_SP=${ENTITY}|value
#T_RL=webanno.custom.Projection|label|BT_${ENTITY}


`;

/** Sentences, offsets and numbers run through the whole file. */
export class WebannoWriter {
  #sentence = 0;
  #offset = 0;
  #number = 0;

  /** A segment: its source sentence, then its translation, with the links as relations on the translation's tokens. */
  segment(record: SegmentRecord, language: string): string {
    const { annotation, id } = record;
    const hasPivot = annotation.pivotText !== "";
    const marked = hasPivot || id !== null;
    const spans = inOrder(annotation.spans);
    const units = {
      source: unitsOf(record, "source", language, ++this.#sentence),
      pivot: hasPivot ? unitsOf(record, "pivot", "en", ++this.#sentence) : [],
    };
    const numbers = this.#numbersOf(record, spans, [...units.source, ...units.pivot]);
    const firstOf = new Map<string, string>();
    for (const unit of [...units.source, ...units.pivot]) {
      for (const span of unit.spans) if (!firstOf.has(span.id)) firstOf.set(span.id, unit.address);
    }
    const links = (unit: Placed): string[] => {
      const arcs = annotation.links.filter(({ pivot }) => firstOf.get(pivot) === unit.address);
      if (arcs.length === 0) return ["_", "_"];
      const origins = arcs.map(
        ({ source, pivot }) => `${firstOf.get(source)}[${numbers.get(source)}_${numbers.get(pivot)}]`,
      );
      return [arcs.map(() => "projects\\_to").join("|"), origins.join("|")];
    };
    const sentence = (side: Side, text: string): string => {
      const name = marked
        ? [`#Sentence.id=${escapeText(id ?? "").replaceAll("\n", "\\n")}${SIDE_MARKS[side]}`]
        : [];
      const shown = text.split("\n").map((line) => `#Text=${escapeText(line)}`);
      const rows = units[side].map((unit) => {
        const labels = unit.spans.map((span) => {
          const number = numbers.get(span.id);
          return `${escapeValue(span.label)}${number === undefined ? "" : `[${number}]`}`;
        });
        const place = `${unit.start + this.#offset}-${unit.end + this.#offset}`;
        return [unit.address, place, escapeValue(unit.form), labels.join("|") || "_", ...links(unit)].join(
          "\t",
        );
      });
      this.#offset += text.length + 1;
      return `${[...name, ...shown, ...rows].join("\n")}\n\n`;
    };
    return (
      sentence("source", annotation.sourceText) + (hasPivot ? sentence("pivot", annotation.pivotText) : "")
    );
  }

  /** A number for each span that a row alone does not tell from others, or that a link must name. */
  #numbersOf(
    { annotation }: SegmentRecord,
    spans: readonly Span[],
    units: readonly Placed[],
  ): ReadonlyMap<string, number> {
    const linked = new Set<string>(annotation.links.flatMap(({ pivot, source }) => [pivot, source]));
    const numbers = new Map<string, number>();
    for (const { id } of spans) {
      const own = units.filter((unit) => unit.spans.some((span) => span.id === id));
      const needed = linked.has(id) || own.length > 1 || own.some((unit) => unit.spans.length > 1);
      if (needed) numbers.set(id, ++this.#number);
    }
    return numbers;
  }
}

/** A token with the spans over it. Offsets in UTF-16 units of its text. */
type Placed = {
  readonly address: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly spans: readonly Span[];
};

/** Words, cut where spans begin or end. White space is a token only where something begins or ends with it. */
function unitsOf(
  { annotation, meta, originalPivotText }: SegmentRecord,
  side: Side,
  language: string,
  sentence: number,
): Placed[] {
  const text = new Text(side === "source" ? annotation.sourceText : annotation.pivotText);
  const spans = inOrder(annotation.spans).filter((span) => span.side === side);
  const given = side === "source" || originalPivotText === null ? meta?.tokens?.[side]?.ranges : undefined;
  const cuts = new Set<number>([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const ranges: readonly TokenRange[] =
    given ?? words(text, language).map(({ start, end }): TokenRange => [start, end]);
  for (const [start, end] of ranges) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  const starts = new Set<number>([0, ...spans.map(({ start }) => start)]);
  const ends = new Set<number>(spans.map(({ end }) => end));
  const placed: Placed[] = [];
  for (const [index, end] of edges.entries()) {
    const start = edges[index - 1];
    if (start === undefined || !(isVisible(text, start, end) || starts.has(start) || ends.has(end))) continue;
    const range = { start: codePoint(start), end: codePoint(end) };
    placed.push({
      address: `${sentence}-${placed.length + 1}`,
      start: text.toUtf16(range.start),
      end: text.toUtf16(range.end),
      form: text.slice(range),
      spans: spans.filter((span) => span.start <= start && end <= span.end),
    });
  }
  return placed;
}

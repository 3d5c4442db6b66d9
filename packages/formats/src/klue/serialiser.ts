import { Text } from "@spanbridge/shared";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";
import type { TokenSpan } from "../tokens/fit.ts";
import { withoutOverlap } from "../tokens/fit.ts";
import { foldBreaks } from "../tokens/fold.ts";
import { countLosses, type Lose, loser } from "../tokens/losses.ts";
import { sliceOf } from "../tokens/own-tokens.ts";
import { wholeOnes } from "../tokens/place.ts";
import { tagsOf } from "../tokens/schemes.ts";

const HEAD = [
  "## 토큰, 레이블 구분자 : \\t",
  "## 토큰 구분자 : \\n",
  "## 문장 구분자 : \\n\\n",
  "## 주석 : ##",
  "## 컬럼명 : CHAR\tNE_TAG",
  "",
].join("\n");

/** Writes a character a line. Every edge of an entity is one between characters, so that only overlap is lost. */
export function createKlueSerialiser(_options: SerialiseOptions = {}): Serialiser<string> {
  const losses = new LossCounter();
  const totals = { segments: 0, spans: 0, links: 0 };
  let seen = 0;
  return {
    totals,
    losses: () => losses.list(),
    end: () => "",
    segment: (record) => {
      const lose = loser(losses, record.id ?? `(segment ${++seen})`);
      const text = new Text(fold(record.annotation.sourceText, lose));
      const spans = spansOf(record, text, lose);
      countLosses(
        record,
        spans.map(({ span }) => span),
        KEEPS,
        lose,
      );
      const tags = tagsOf(text.length, spans, "iob2");
      const lines = [...text.value].map((character, at) => `${character}\t${tags[at]}`);
      const head = totals.segments === 0 ? HEAD : "";
      totals.segments++;
      totals.spans += spans.length;
      const id = record.id === null ? "" : fold(record.id, lose);
      return `${head}## ${id}\t${marked(text, spans)}\n${lines.join("\n")}\n\n`;
    },
  };
}

const KEEPS = { document: false, language: true, key: null, spanKey: null } as const;

function spansOf({ annotation }: SegmentRecord, text: Text, lose: Lose): readonly TokenSpan[] {
  const source = annotation.spans.filter(({ side }) => side === "source");
  const { kept, dropped } = withoutOverlap(wholeOnes(source, text, lose));
  for (const { label, start, end } of dropped) lose("overlapping_spans", `${label} ${start}–${end}`);
  return kept.map((span) => ({ span, from: span.start, to: span.end }));
}

/** The text with its entities as `<경찰:OG>`, for people. */
function marked(text: Text, spans: readonly TokenSpan[]): string {
  let line = "";
  let at = 0;
  for (const { from, to, span } of spans) {
    line += `${sliceOf(text, [at, from])}<${sliceOf(text, [from, to])}:${span.label}>`;
    at = to;
  }
  return line + sliceOf(text, [at, text.length]);
}

function fold(value: string, lose: Lose): string {
  const folded = foldBreaks(value);
  if (folded !== value) lose("line_breaks", folded);
  return folded;
}

import { codePoint, type Span, Text } from "@spanbridge/shared";
import type { SegmentRecord, TokenRange } from "../record.ts";
import { fit, type TokenSpan, withoutOverlap } from "./fit.ts";
import type { Lose } from "./losses.ts";
import { cutAt, tokenise } from "./tokenise.ts";

/** A sentence's tokens, with how each is written, and the entities on them: apart from each other, in order. */
export type Placed = {
  readonly ranges: readonly TokenRange[];
  readonly forms: readonly string[];
  readonly spans: readonly TokenSpan[];
};

/**
 * Puts the source entities on tokens.
 *
 * Imported tokens stay as they are: an entity that begins or ends inside one is left out and reported, because widening
 * it would state an entity that nobody marked, and other tokens would no longer match the treebank's. Tokens that we make
 * ourselves are cut at the entities' edges instead, which is reported as well.
 */
export function place(record: SegmentRecord, defaultLang: string, lose: Lose): Placed {
  const text = new Text(record.annotation.sourceText);
  const source = record.annotation.spans.filter(({ side }) => side === "source");
  const imported = importedTokens(record, text);
  // Entities that the tokens cannot show must not push out others that they overlap.
  const showable = imported ? source.filter((span) => isShowable(span, imported.ranges, text, lose)) : source;
  const { kept, dropped } = withoutOverlap(showable);
  for (const span of dropped) lose("overlapping_spans", nameOf(span, text));
  const { ranges, forms } = imported ?? ownTokens(text, record.sourceLang ?? defaultLang, kept, lose);
  const spans: TokenSpan[] = [];
  for (const span of kept) {
    if (!imported && !isShowable(span, ranges, text, lose)) continue;
    const found = fit(span, ranges);
    if (found.kind === "trimmed") lose("span_trimmed", nameOf(span, text));
    if (found.kind === "exact" || found.kind === "trimmed") spans.push(found.tokens);
  }
  return { ranges, forms, spans };
}

function isShowable(span: Span, ranges: readonly TokenRange[], text: Text, lose: Lose): boolean {
  const { kind } = fit(span, ranges);
  if (kind === "inside") lose("span_inside_token", nameOf(span, text));
  if (kind === "none") lose("span_without_token", nameOf(span, text));
  return kind === "exact" || kind === "trimmed";
}

const nameOf = (span: Span, text: Text): string =>
  `${span.label} ${span.start}–${span.end} "${text.slice(span)}"`;

type OnText = Pick<Placed, "ranges" | "forms">;

/** The tokens that came with the text, but for blank ones, which a token line cannot hold. */
function importedTokens({ meta }: SegmentRecord, text: Text): OnText | undefined {
  const tokens = meta?.tokens?.source;
  if (!tokens) return undefined;
  const written = tokens.ranges.map((range, at) => ({
    range,
    form: tokens.forms?.[at] ?? slice(text, range),
  }));
  const visible = written.filter(({ form }) => form.trim() !== "");
  return { ranges: visible.map(({ range }) => range), forms: visible.map(({ form }) => form) };
}

function ownTokens(text: Text, language: string, spans: readonly Span[], lose: Lose): OnText {
  const ranges = cutAt(tokenise(text, language), spans, text, (token) =>
    lose("token_cut", `"${slice(text, token)}"`),
  );
  return { ranges, forms: ranges.map((range) => slice(text, range)) };
}

const slice = (text: Text, [start, end]: TokenRange): string =>
  text.slice({ start: codePoint(start), end: codePoint(end) });

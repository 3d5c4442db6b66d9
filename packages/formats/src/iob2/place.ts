import { codePoint, cutsNoCluster, range, type Span, Text } from "@spanbridge/shared";
import type { SegmentRecord, TokenRange } from "../record.ts";
import { fit, type TokenSpan, withoutOverlap } from "./fit.ts";
import { foldBreaks } from "./fold.ts";
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
 * ourselves are cut at the entities' edges instead, which is reported as well. `line` is the text on one line.
 */
export function place(record: SegmentRecord, line: string, defaultLang: string, lose: Lose): Placed {
  const text = new Text(line);
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

/**
 * Whether the tokens can show an entity. Folding and foreign tokens can make it cut a character: a combining mark stands
 * alone behind a line break, but joins with the space that took its place.
 */
function isShowable(span: Span, ranges: readonly TokenRange[], text: Text, lose: Lose): boolean {
  const found = fit(span, ranges);
  if (found.kind === "inside") lose("span_inside_token", nameOf(span, text));
  if (found.kind === "none") lose("span_without_token", nameOf(span, text));
  if (found.kind === "inside" || found.kind === "none") return false;
  const [start, end] = [ranges[found.tokens.from]?.[0] ?? 0, ranges[found.tokens.to - 1]?.[1] ?? 0];
  if (cutsNoCluster(text, range(start, end))) return true;
  lose("span_cuts_character", nameOf(span, text));
  return false;
}

const nameOf = (span: Span, text: Text): string =>
  `${span.label} ${span.start}–${span.end} "${text.slice(span)}"`;

type OnText = Pick<Placed, "ranges" | "forms">;

/** The tokens that came with the text, but for blank ones, which a token line cannot hold. */
function importedTokens({ meta }: SegmentRecord, text: Text): OnText | undefined {
  const tokens = meta?.tokens?.source;
  if (!tokens) return undefined;
  const written = tokens.ranges.map((at, index) => ({
    range: at,
    form: foldBreaks(tokens.forms?.[index] ?? slice(text, at)),
  }));
  const visible = written.filter(({ form }) => form.trim() !== "");
  return { ranges: visible.map((token) => token.range), forms: visible.map(({ form }) => form) };
}

function ownTokens(text: Text, language: string, spans: readonly Span[], lose: Lose): OnText {
  const ranges = cutAt(tokenise(text, language), spans, text, (token) =>
    lose("token_cut", `"${slice(text, token)}"`),
  );
  return { ranges, forms: ranges.map((token) => slice(text, token)) };
}

const slice = (text: Text, [start, end]: TokenRange): string =>
  text.slice({ start: codePoint(start), end: codePoint(end) });

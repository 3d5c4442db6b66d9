import { cutsNoCluster, range, type Span, Text } from "@spanbridge/shared";
import type { tokenOptions } from "../options/common.ts";
import type { SegmentRecord, TokenRange } from "../record.ts";
import { fit, type OnText, type TokenSpan, withoutOverlap } from "./fit.ts";
import { foldBreaks } from "./fold.ts";
import type { Lose } from "./losses.ts";
import { ownTokens, sliceOf } from "./own-tokens.ts";
import { cutAt, splitAt } from "./tokenise.ts";
import { widen } from "./widen.ts";

/** A sentence's tokens, with how each is written, and the entities on them: apart from each other, in order. */
export type Placed = OnText & { readonly spans: readonly TokenSpan[] };

export type TokenPolicy = ReturnType<typeof tokenOptions.read>;

/**
 * Puts the source entities on tokens.
 *
 * By default imported tokens stay as they are: an entity that begins or ends inside one is left out and reported, because
 * widening it would state an entity that nobody marked, and other tokens would no longer match the treebank's. Tokens that
 * we make ourselves are cut at the entities' edges instead, which is reported as well. `line` is the text on one line.
 */
export function place(
  record: SegmentRecord,
  line: string,
  defaultLang: string,
  policy: TokenPolicy,
  lose: Lose,
): Placed {
  const text = new Text(line);
  const source = record.annotation.spans.filter(({ side }) => side === "source");
  const imported = policy.tokens === "file" ? importedTokens(record, text) : undefined;
  const tokens =
    imported ?? ownTokens(text, record.sourceLang ?? defaultLang, policy.tokens === "characters");
  const inside = policy.inside === "auto" ? (imported ? "leave_out" : "split") : policy.inside;
  switch (inside) {
    case "leave_out":
      return leaveOut(source, tokens, text, lose);
    case "widen":
      return leaveOut(widen(source, tokens.ranges, text, lose), tokens, text, lose);
    case "split":
      return split(source, tokens, imported !== undefined, text, lose);
  }
}

/** Entities that the tokens cannot show must not push out others that they overlap. */
function leaveOut(source: readonly Span[], tokens: OnText, text: Text, lose: Lose): Placed {
  const showable = source.filter((span) => isShowable(span, tokens.ranges, text, lose));
  const { kept, dropped } = withoutOverlap(showable);
  for (const span of dropped) lose("overlapping_spans", nameOf(span, text));
  return { ...tokens, spans: onTokens(kept, tokens.ranges, text, lose) };
}

/** Cuts tokens at the edges of entities: of those that overlap, only the ones that stay. */
function split(
  source: readonly Span[],
  tokens: OnText,
  areImported: boolean,
  text: Text,
  lose: Lose,
): Placed {
  const { kept, dropped } = withoutOverlap(wholeOnes(source, text, lose));
  for (const span of dropped) lose("overlapping_spans", nameOf(span, text));
  const cut = areImported
    ? splitAt(tokens, kept, text, (form) => lose("imported_token_cut", `"${form}"`))
    : whole(
        cutAt(tokens.ranges, kept, text, (token) => lose("token_cut", `"${sliceOf(text, token)}"`)),
        text,
      );
  const showable = kept.filter((span) => isShowable(span, cut.ranges, text, lose));
  return { ...cut, spans: onTokens(showable, cut.ranges, text, lose) };
}

/** Those that still cut no character: see `isShowable`. */
export const wholeOnes = (spans: readonly Span[], text: Text, lose: Lose): readonly Span[] =>
  spans.filter((span) => {
    const fits = cutsNoCluster(text, span);
    if (!fits) lose("span_cuts_character", nameOf(span, text));
    return fits;
  });

const whole = (ranges: readonly TokenRange[], text: Text): OnText => ({
  ranges,
  forms: ranges.map((token) => sliceOf(text, token)),
});

function onTokens(
  spans: readonly Span[],
  ranges: readonly TokenRange[],
  text: Text,
  lose: Lose,
): readonly TokenSpan[] {
  return spans.flatMap((span) => {
    const found = fit(span, ranges);
    if (found.kind === "trimmed") lose("span_trimmed", nameOf(span, text));
    return found.kind === "exact" || found.kind === "trimmed" ? [found.tokens] : [];
  });
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

/** The tokens that came with the text, but for blank ones, which a token line cannot hold. */
function importedTokens({ meta }: SegmentRecord, text: Text): OnText | undefined {
  const tokens = meta?.tokens?.source;
  if (!tokens) return undefined;
  const written = tokens.ranges.map((at, index) => ({
    range: at,
    form: foldBreaks(tokens.forms?.[index] ?? sliceOf(text, at)),
  }));
  const visible = written.filter(({ form }) => form.trim() !== "");
  return { ranges: visible.map((token) => token.range), forms: visible.map(({ form }) => form) };
}

import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftLink, DraftSpan } from "../foreign/draft.ts";
import { MAX_TOKENS } from "../limits.ts";
import type { TokenRange } from "../record.ts";
import { show } from "../show.ts";
import { joinedWithSpaces } from "../tokens/sentence.ts";
import { PAIRS_KEY, type Pair, readPairs, writePairs } from "./pairs.ts";

const SEPARATOR = /\s*\|\|\|\s*/u;

/** `source tokens ||| translation tokens ||| 0-0 1p2`. With a label each pair becomes two entities and their link. */
export function readAlignment(
  line: string,
  { label, language }: { readonly label: string; readonly language: string },
  report: RowReport,
): Draft | undefined {
  const parts = line.trim().split(SEPARATOR);
  const [left = "", right = "", given = ""] = parts;
  if (parts.length !== 3) {
    const message = `Expected source ||| translation ||| pairs, found ${parts.length} parts: ${show(line)}.`;
    report.error("", "columns", message);
    return undefined;
  }
  const source = sideOf(left, joinedWithSpaces(language));
  const pivot = sideOf(right, true);
  const pairs = readPairs(given);
  if (!pairs) {
    report.error(
      "pairs",
      "tag",
      `Expected pairs such as 0-0 (sure) or 1p2 (possible), found ${show(given)}.`,
    );
    return undefined;
  }
  if (source.ranges.length > MAX_TOKENS || pairs.length > MAX_TOKENS) {
    report.error("pairs", "too_many", `More than ${MAX_TOKENS} tokens or pairs are not read.`);
    return undefined;
  }
  const outside = pairs.find(
    (pair) => pair.source >= source.ranges.length || pair.pivot >= pivot.ranges.length,
  );
  if (outside) {
    const message = `The pair ${writePairs([outside])} is outside the ${source.ranges.length} and ${pivot.ranges.length} tokens; they count from 0.`;
    report.error("pairs", "outside_text", message);
    return undefined;
  }
  return {
    id: null,
    sourceText: source.text,
    pivotText: pivot.text,
    unit: "code points",
    tokens: { source: { ranges: source.ranges }, pivot: { ranges: pivot.ranges } },
    extra: pairs.length > 0 ? { [PAIRS_KEY]: writePairs(pairs) } : undefined,
    ...(label === "" ? { spans: [], links: [] } : linked(pairs, source.ranges, pivot.ranges, label)),
  };
}

function sideOf(value: string, spaced: boolean): { text: string; ranges: readonly TokenRange[] } {
  const tokens = value.split(/\s+/u).filter((token) => token !== "");
  let at = 0;
  const ranges = tokens.map((token): TokenRange => {
    const start = at;
    at += [...token].length;
    const range: TokenRange = [start, at];
    if (spaced) at++;
    return range;
  });
  return { text: tokens.join(spaced ? " " : ""), ranges };
}

function linked(
  pairs: readonly Pair[],
  source: readonly TokenRange[],
  pivot: readonly TokenRange[],
  label: string,
): { readonly spans: readonly DraftSpan[]; readonly links: readonly DraftLink[] } {
  const spans = new Map<string, DraftSpan>();
  const links: DraftLink[] = [];
  const add = (side: "source" | "pivot", at: number, [start, end]: TokenRange): string => {
    const id = `${side === "source" ? "s" : "e"}${at}`;
    spans.set(id, { field: "pairs", side, id, start, end, label });
    return id;
  };
  for (const pair of pairs) {
    const [from, to] = [source[pair.source], pivot[pair.pivot]];
    if (!from || !to) continue;
    const a = add("source", pair.source, from);
    links.push({ field: "pairs", from: a, to: add("pivot", pair.pivot, to) });
  }
  return { spans: [...spans.values()], links };
}

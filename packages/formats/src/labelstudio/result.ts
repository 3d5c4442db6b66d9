import type { Side } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import type { DraftLink, DraftSpan, Unit } from "../foreign/draft.ts";
import { needNumber, needString, readExtra, readId, readNumber } from "../foreign/read.ts";
import { isRecord, type JsonRecord } from "../json.ts";
import { kindOf, show } from "../show.ts";
import { REGION_KEYS } from "./keys.ts";
import type { WarnOnce } from "./warn.ts";

export type Texts = {
  readonly source: string | undefined;
  readonly pivot: string | undefined;
  readonly unit: Unit;
};

/** The regions and relations of one annotation or prediction. */
export function readResult(
  result: readonly unknown[],
  field: string,
  texts: Texts,
  warnOnce: WarnOnce,
  report: RowReport,
): { readonly spans: readonly DraftSpan[]; readonly links: readonly DraftLink[] } {
  const spans: DraftSpan[] = [];
  const links: DraftLink[] = [];
  for (const [index, item] of result.entries()) {
    const at = `${field}[${index}]`;
    if (!isRecord(item)) {
      report.error(at, "wrong_type", `Expected an object, found ${kindOf(item)}.`);
    } else if (item.type === "labels") {
      spans.push(...readRegion(item, at, texts, report));
    } else if (item.type === "relation") {
      const from = needString(item.from_id, `${at}.from_id`, report);
      const to = needString(item.to_id, `${at}.to_id`, report);
      links.push({ field: at, from, to, score: readNumber(item.score, `${at}.score`, report) });
    } else {
      const message = `Results of the type ${show(item.type)} are no spans of a text; they are not taken in.`;
      warnOnce(`type ${String(item.type)}`, at, message, report);
    }
  }
  return { spans, links };
}

/** A region with several labels is a span for each. */
function readRegion(item: JsonRecord, field: string, texts: Texts, report: RowReport): DraftSpan[] {
  const { value } = item;
  if (!isRecord(value)) {
    report.error(`${field}.value`, "missing", `A region has an object "value"; found ${kindOf(value)}.`);
    return [];
  }
  const side = sideOf(item.to_name, texts);
  if (!side) {
    const known = [texts.source, texts.pivot].filter((name) => name !== undefined).join(", ");
    const message = `The region is on ${show(item.to_name)}, which is neither of the texts (${known}).`;
    report.error(`${field}.to_name`, "unknown_id", message);
    return [];
  }
  const score = readNumber(item.score, `${field}.score`, report);
  const extra = readExtra(item, REGION_KEYS, field, report);
  const id = readId(item.id, `${field}.id`, report);
  return readPlace(value, field, side, report, `${field}.value`).map((span, index) => ({
    ...span,
    id: index === 0 ? id : null,
    score,
    extra,
  }));
}

/** What a region's value says: a place in the text, with a label or several. */
export function readPlace(
  value: JsonRecord,
  field: string,
  side: Side,
  report: RowReport,
  at = field,
): DraftSpan[] {
  const labels = Array.isArray(value.labels) ? value.labels : [];
  if (labels.length === 0) report.error(`${at}.labels`, "missing", "The region has no label.");
  const start = needNumber(value.start, `${at}.start`, report);
  const end = needNumber(value.end, `${at}.end`, report);
  const text = typeof value.text === "string" ? value.text : undefined;
  return labels.map((label, index) => ({
    field,
    side,
    id: null,
    start,
    end,
    label: needString(label, `${at}.labels[${index}]`, report),
    text,
  }));
}

/** With one text in the task there is no doubt, whatever the tag is called. */
function sideOf(name: unknown, { source, pivot }: Texts): Side | undefined {
  if (name === source || pivot === undefined) return "source";
  return name === pivot ? "pivot" : undefined;
}

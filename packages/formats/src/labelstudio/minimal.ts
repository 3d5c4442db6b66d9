import { pendingReview, type Side } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftSpan, Unit } from "../foreign/draft.ts";
import { readExtra, readId } from "../foreign/read.ts";
import { readTexts } from "../foreign/text-keys.ts";
import { isRecord, type JsonRecord } from "../json.ts";
import { readString } from "../pairs/fields.ts";
import { show } from "../show.ts";
import { DATA_KEYS, PIVOT_LABELS, SOURCE_LABELS } from "./keys.ts";
import { readPlace, type Texts } from "./result.ts";
import type { WarnOnce } from "./warn.ts";

/** What stands beside the task's own data and the answers. */
const BOOKKEEPING: ReadonlySet<string> = new Set(
  "id annotator annotation_id created_at updated_at lead_time agreement".split(" "),
);

/** An export of the kind JSON_MIN: the task's data and the answers of one annotation, all in one object. */
export const isMinimal = (row: JsonRecord): boolean =>
  !isRecord(row.data) && Object.hasOwn(row, "annotation_id") && Object.hasOwn(row, "lead_time");

/**
 * One annotation of a JSON_MIN export. It has neither the regions' ids nor relations nor the names of the texts they are
 * on: which text a control is about is told by its name, else by the words its regions repeat.
 */
export function readMinimal(
  row: JsonRecord,
  unit: Unit,
  warnOnce: WarnOnce,
  report: RowReport,
): Draft | undefined {
  const controls = Object.keys(row).filter((key) => !BOOKKEEPING.has(key) && isRegions(row[key]));
  const reserved = new Set([...BOOKKEEPING, ...controls, "segment_id", "document", "source_lang"]);
  const found = readTexts(row, reserved);
  if (!found) {
    report.error("", "missing", "None of the task's data is a text.");
    return undefined;
  }
  const { keys, sourceText, pivotText } = found;
  const message =
    "This is Label Studio's JSON_MIN, which holds no relations, scores or ids of regions. Export JSON to have links.";
  warnOnce("minimal", "", message, report);
  const texts = { ...keys, unit };
  const spans = controls.flatMap((control): DraftSpan[] => {
    const regions = row[control];
    if (!isRegions(regions)) return [];
    const side = sideOf(control, regions, texts, { source: sourceText, pivot: pivotText });
    if (side) return regions.flatMap((value, at) => readPlace(value, `${control}[${at}]`, side, report));
    const known = `${keys.source}, ${keys.pivot}`;
    report.error(
      control,
      "unknown_id",
      `The regions of ${show(control)} are in neither of the texts (${known}).`,
    );
    return [];
  });
  const known = new Set([...reserved, ...DATA_KEYS, keys.source, keys.pivot ?? ""]);
  return {
    id: readId(row.segment_id ?? row.id, "id", report),
    document: readString(row.document, "document", 500, report) || null,
    sourceLang: readString(row.source_lang, "source_lang", 500, report) || null,
    sourceText,
    pivotText,
    unit,
    spans,
    links: [],
    review: row.annotation_id === null ? pendingReview : { state: "accepted", reason: "" },
    extra: readExtra(row, known, "", report),
  };
}

const isRegions = (value: unknown): value is readonly JsonRecord[] =>
  Array.isArray(value) && value.every((each) => isRecord(each) && Array.isArray(each.labels));

function sideOf(
  control: string,
  regions: readonly JsonRecord[],
  names: Texts,
  texts: Readonly<Record<Side, string>>,
): Side | undefined {
  if (names.pivot === undefined || control === SOURCE_LABELS) return "source";
  if (control === PIVOT_LABELS) return "pivot";
  const sides = (["source", "pivot"] as const).filter((side) => {
    const characters = names.unit === "utf-16" ? texts[side].split("") : [...texts[side]];
    return regions.every(
      ({ start, end, text }) => characters.slice(Number(start), Number(end)).join("") === text,
    );
  });
  const named = (["source", "pivot"] as const).find((side) => {
    const name = names[side];
    return name !== undefined && control.toLowerCase().startsWith(name.toLowerCase());
  });
  if (sides.length === 1) return sides[0];
  return named ?? sides[0];
}

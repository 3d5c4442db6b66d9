import { pendingReview, type Review } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import type { Draft, Unit } from "../foreign/draft.ts";
import { readExtra, readId } from "../foreign/read.ts";
import { readTexts } from "../foreign/text-keys.ts";
import { isRecord, type JsonRecord } from "../json.ts";
import { readList, readString } from "../pairs/fields.ts";
import { kindOf } from "../show.ts";
import { DATA_KEYS } from "./keys.ts";
import { readResult } from "./result.ts";
import type { WarnOnce } from "./warn.ts";

/** What Label Studio itself writes beside the data; it says nothing of the text or its entities. */
const BOOKKEEPING: ReadonlySet<string> = new Set(
  (
    "id data annotations completions predictions drafts created_at updated_at inner_id total_annotations " +
    "cancelled_annotations total_predictions comment_count unresolved_comment_count last_comment_updated_at " +
    "project updated_by comment_authors file_upload allow_skip precomputed_agreement is_labeled overlap " +
    "comment_authors_count annotations_ids avg_lead_time"
  ).split(" "),
);

/**
 * One task of a Label Studio JSON file: two texts in `data`, regions and relations of the annotation that counts. A
 * person's annotation (the ground truth, else the last that was not skipped) goes before a model's prediction.
 */
export function readTask(
  task: JsonRecord,
  unit: Unit,
  warnOnce: WarnOnce,
  report: RowReport,
): Draft | undefined {
  const { data } = task;
  if (!isRecord(data)) {
    report.error("data", "missing", `A task has an object "data"; found ${kindOf(data)}.`);
    return undefined;
  }
  const found = readTexts(data, DATA_KEYS);
  if (!found) {
    report.error("data", "missing", "None of the task's data is a text.");
    return undefined;
  }
  const { keys, sourceText, pivotText } = found;
  const { result, field, review } = resultOf(task, warnOnce, report);
  const { spans, links } = readResult(result, field, { ...keys, unit }, warnOnce, report);
  const others = Object.keys(task).filter((key) => !BOOKKEEPING.has(key) && !isEmpty(task[key]));
  if (others.length > 0) {
    warnOnce("task keys", "", `Further keys of a task are not taken in: ${others.join(", ")}.`, report);
  }
  const known = new Set([...DATA_KEYS, keys.source, ...(keys.pivot === undefined ? [] : [keys.pivot])]);
  return {
    id: readId(data.segment_id ?? task.id, "id", report),
    document: readString(data.document, "data.document", 500, report) || null,
    sourceLang: readString(data.source_lang, "data.source_lang", 500, report) || null,
    sourceText,
    pivotText,
    unit,
    spans,
    links,
    review,
    extra: readExtra(data, known, "data", report),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (isRecord(value) && Object.keys(value).length === 0);

type Chosen = { readonly result: readonly unknown[]; readonly field: string; readonly review: Review };

function resultOf(task: JsonRecord, warnOnce: WarnOnce, report: RowReport): Chosen {
  const key =
    task.annotations === undefined && task.completions !== undefined ? "completions" : "annotations";
  const annotations = readAll(task[key], key, report);
  const done = annotations.filter(({ value }) => value.was_cancelled !== true);
  const chosen = done.find(({ value }) => value.ground_truth === true) ?? done.at(-1) ?? annotations.at(-1);
  if (annotations.length > 1) {
    const message =
      "Several annotations of one task: the ground truth is taken, else the last. Import the others as files of their own.";
    warnOnce("several annotations", key, message, report);
  }
  if (chosen) {
    const state = chosen.value.was_cancelled === true ? "skipped" : "accepted";
    return { ...listOf(chosen, report), review: { state, reason: "" } };
  }
  const predictions = readAll(task.predictions, "predictions", report);
  if (predictions.length > 1) {
    const message = "Several predictions for one task: the last is taken.";
    warnOnce("several predictions", "predictions", message, report);
  }
  const last = predictions.at(-1);
  return last
    ? { ...listOf(last, report), review: pendingReview }
    : { result: [], field: "", review: pendingReview };
}

type Holder = { readonly field: string; readonly value: JsonRecord };

function readAll(value: unknown, field: string, report: RowReport): Holder[] {
  const holders: Holder[] = [];
  for (const [index, each] of (readList(value, field, 1000, report) ?? []).entries()) {
    // Exports without details hold bare ids here.
    if (isRecord(each)) holders.push({ field: `${field}[${index}]`, value: each });
    else report.error(`${field}[${index}]`, "wrong_type", `Expected an object, found ${kindOf(each)}.`);
  }
  return holders;
}

function listOf({ field, value }: Holder, report: RowReport): Pick<Chosen, "result" | "field"> {
  const at = `${field}.result`;
  return { result: readList(value.result, at, 50_000, report) ?? [], field: at };
}

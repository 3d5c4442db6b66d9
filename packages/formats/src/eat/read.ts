import { cutsNoCluster, range, Text, utf16 } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftSpan } from "../foreign/draft.ts";
import { needString, readExtra } from "../foreign/read.ts";
import type { JsonRecord } from "../json.ts";
import { show } from "../show.ts";

export const EAT_KEYS: ReadonlySet<string> = new Set(["eng_entity", "tgt_entity", "text"]);
/** Where an entity is kept that is not in its text. */
export const TARGET_KEY = "eat_tgt_entity";

/**
 * `{eng_entity, tgt_entity, text}`: an English name, what it is called in the other language, and a text about it. The
 * name becomes the translation, whole, as one entity, linked to the first place of the other one in the text. Many rows of
 * the published corpus have a name that is not in the text as it stands: such a row has no link, and a warning.
 */
export function readEat(row: JsonRecord, label: string, report: RowReport): Draft | undefined {
  const english = needString(row.eng_entity, "eng_entity", report);
  const target = needString(row.tgt_entity, "tgt_entity", report);
  const sourceText = needString(row.text, "text", report);
  if (english === "") report.error("eng_entity", "empty", "The English name is empty.");
  if (report.failed) return undefined;
  const place = target === "" ? undefined : placeOf(target, new Text(sourceText));
  const extra = readExtra(row, EAT_KEYS, "", report);
  const length = [...english].length;
  const pivot: DraftSpan = { field: "eng_entity", side: "pivot", id: "e1", start: 0, end: length, label };
  const common = { id: null, sourceText, pivotText: english, unit: "code points" } as const;
  if (!place) {
    const message = `${show(target)} is not in the text; the row goes in without its place.`;
    report.warning("tgt_entity", "text_mismatch", message);
    return { ...common, spans: [pivot], links: [], extra: { [TARGET_KEY]: target, ...extra } };
  }
  const source: DraftSpan = { field: "tgt_entity", side: "source", id: "s1", ...place, label };
  const link = { field: "tgt_entity", from: "e1", to: "s1" };
  return { ...common, spans: [pivot, source], links: [link], extra };
}

/** The first place of a name whose edges lie between characters. */
function placeOf(name: string, text: Text): { readonly start: number; readonly end: number } | undefined {
  if (!text.value.isWellFormed() || !name.isWellFormed()) return undefined;
  for (let at = text.value.indexOf(name); at !== -1; at = text.value.indexOf(name, at + 1)) {
    const [start, end] = [text.toCodePoint(utf16(at)), text.toCodePoint(utf16(at + name.length))];
    if (cutsNoCluster(text, range(start, end))) return { start, end };
  }
  return undefined;
}

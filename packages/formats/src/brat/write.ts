import { Text } from "@spanbridge/shared";
import type { ForeignLose } from "../foreign/losses.ts";
import { inOrder, linksInOrder, surfaceOf } from "../foreign/write.ts";
import type { Json, SegmentRecord } from "../record.ts";
import { joinBrat } from "./texts.ts";

/** A label that brat could not read as one word becomes one that it can. */
const word = (label: string): string => label.replace(/[\s:;,|]/gu, "_");

/** The two files of a segment. Offsets are code points of the text. */
export function writeBrat(
  record: SegmentRecord,
  lose: ForeignLose,
): { readonly txt: string; readonly ann: string } {
  const { annotation, spanExtras } = record;
  const { text: txt, pivotAt } = joinBrat(annotation.sourceText, annotation.pivotText);
  const text = new Text(txt);
  const pivotStart = new Text(txt.slice(0, pivotAt)).length;
  const spans = inOrder(annotation.spans);
  const ids = numbered(spans.map(({ id }) => id));
  const lines: string[] = [];
  const remarks: string[] = [];
  for (const { id, side, start, end, label, provenance } of spans) {
    const shift = side === "source" ? 0 : pivotStart;
    const place = { start: start + shift, end: end + shift };
    const name = ids.get(id) ?? id;
    if (word(label) !== label) lose("metadata", `${id} ${label}`);
    const surface = surfaceOf(text, place).replace(/[\r\n]/g, " ");
    lines.push(`${name}\t${word(label)} ${place.start} ${place.end}\t${surface}`);
    if (provenance.confidence !== undefined) {
      remarks.push(`A\tConfidence ${name} ${String(provenance.confidence).replace("+", "")}`);
    }
    for (const [key, value] of Object.entries(spanExtras?.[id] ?? {})) {
      const said = remarksOf(key, value, name);
      if (said) remarks.push(...said);
      else lose("metadata", `${id} ${key}`);
    }
  }
  for (const [index, { pivot, source }] of linksInOrder(annotation.links).entries()) {
    lines.push(`R${index + 1}\tProjects_to Arg1:${ids.get(pivot)} Arg2:${ids.get(source)}`);
  }
  const counts = new Map<string, number>();
  for (const remark of remarks) {
    const [kind = "", rest = ""] = [remark.slice(0, 1), remark.slice(1)];
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    lines.push(`${kind}${counts.get(kind)}${rest}`);
  }
  return { txt, ann: lines.map((line) => `${line}\n`).join("") };
}

/** What was said about a span in an imported file, as lines without their numbers; undefined for anything else. */
function remarksOf(key: string, value: Json | undefined, name: string): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const values = value.filter((each) => typeof each === "string" && !/[\t\n\r]/.test(each));
  if (values.length !== value.length) return undefined;
  switch (key) {
    case "brat_attributes":
      return values.map((each) => {
        const [attribute, ...rest] = String(each).split(" ");
        return `A\t${[attribute, name, ...rest].join(" ")}`;
      });
    case "brat_references":
      return values.map((each) => `N\tReference ${name} ${each}\t${each}`);
    case "brat_notes":
      return values.map((each) => `#\tAnnotatorNotes ${name}\t${each}`);
    default:
      return undefined;
  }
}

/** brat's ids are T and a number; other ids get the next free one. */
function numbered(ids: readonly string[]): ReadonlyMap<string, string> {
  const kept = ids.filter((id) => /^T[1-9]\d{0,8}$/.test(id));
  const taken = new Set(kept);
  const names = new Map(kept.map((id) => [id, id]));
  let next = 1;
  for (const id of ids) {
    if (names.has(id)) continue;
    while (taken.has(`T${next}`)) next++;
    names.set(id, `T${next}`);
    taken.add(`T${next}`);
  }
  return names;
}

import type { RowReport } from "../diagnostics.ts";
import { show } from "../show.ts";

/** Offsets count code points of the document's text. */
export type TextBound = {
  readonly line: number;
  readonly id: string;
  readonly label: string;
  /** The first start and the last end. */
  readonly start: number;
  readonly end: number;
  /** Whether it has gaps. */
  readonly gaps: boolean;
  readonly text: string;
};
export type Relation = {
  readonly line: number;
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
};
/** An attribute, a reference or a note: what is said about an annotation. */
export type Remark = { readonly kind: "A" | "N" | "#"; readonly target: string; readonly value: string };

export type Annotations = {
  readonly bounds: readonly TextBound[];
  readonly relations: readonly Relation[];
  readonly remarks: readonly Remark[];
  /** Lines of kinds that are not read: events, equivalences, triggers' attributes. */
  readonly others: readonly string[];
};

const BOUND = /^(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$/s;
const RELATION = /^(R\S+)\t(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)\s*$/;
const ATTRIBUTE = /^[AM]\S+\t(\S+) (\S+)(?: (.+?))?\s*$/s;
const REFERENCE = /^N\S+\tReference (\S+) (\S+)(?:\t.*)?$/s;
const NOTE = /^#\S*\t\S+ (\S+)\t(.*)$/s;

/** Reads a brat `.ann` file. A line that is not what its first character says is an error. */
export function readAnn(ann: string, report: RowReport): Annotations {
  const bounds: TextBound[] = [];
  const relations: Relation[] = [];
  const remarks: Remark[] = [];
  const others: string[] = [];
  for (const [index, raw] of ann.split("\n").entries()) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const number = index + 1;
    if (line.trim() === "") continue;
    switch (line[0]) {
      case "T": {
        const found = boundOf(line, number);
        if (found) bounds.push(found);
        else malformed(line, "T1, tab, label start end, tab, text", number, report);
        break;
      }
      case "R": {
        const [, id, label, from, to] = RELATION.exec(line) ?? [];
        if (id && label && from && to) relations.push({ line: number, id, label, from, to });
        else malformed(line, "R1, tab, type Arg1:T1 Arg2:T2", number, report);
        break;
      }
      case "A":
      case "M": {
        const [, name, target, value = ""] = ATTRIBUTE.exec(line) ?? [];
        if (name && target) remarks.push({ kind: "A", target, value: value ? `${name} ${value}` : name });
        else malformed(line, "A1, tab, name T1", number, report);
        break;
      }
      case "N": {
        const [, target, value] = REFERENCE.exec(line) ?? [];
        if (target && value) remarks.push({ kind: "N", target, value });
        else others.push(line);
        break;
      }
      case "#": {
        const [, target, value] = NOTE.exec(line) ?? [];
        if (target && value !== undefined) remarks.push({ kind: "#", target, value });
        else others.push(line);
        break;
      }
      default:
        others.push(line);
    }
  }
  return { bounds, relations, remarks, others };
}

function boundOf(line: string, number: number): TextBound | undefined {
  const [, id, label, ranges = "", text = ""] = BOUND.exec(line) ?? [];
  if (!id || !label) return undefined;
  const offsets = ranges.split(";").map((range) => range.split(" ").map(Number));
  const [start, end] = [offsets[0]?.[0], offsets.at(-1)?.[1]];
  if (start === undefined || end === undefined) return undefined;
  return { line: number, id, label, start, end, gaps: offsets.length > 1, text };
}

function malformed(line: string, expected: string, number: number, report: RowReport): void {
  report.error("line", "ann", `Line ${number} of the .ann file: expected ${expected}; found ${show(line)}.`);
}

import { hash } from "node:crypto";
import type { SegmentState } from "../db/segment-state.ts";

/** Names the proposals that a segment shows as long as nobody has edited it; empty from the first edit on. */
export function basisOf({ seq, annotation }: Pick<SegmentState, "seq" | "annotation">): string {
  if (seq > 0) return "";
  const { pivotText, spans, links, absences } = annotation;
  return hash("sha256", JSON.stringify([pivotText, spans, links, absences])).slice(0, 32);
}

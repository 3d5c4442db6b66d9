import { randomUUID } from "node:crypto";
import {
  type Case,
  type Correction,
  type EditPolicy,
  identicalCases,
  type Side,
  spanId,
} from "@spanbridge/shared";
import type { SegmentState } from "../db/segment-state.ts";
import type { Access } from "../projects/access.ts";

/** How many segments are read at a time: their annotations are in memory together. */
export const CHUNK = 100;

export const policyFor = (project: Access, { labels }: SegmentState): EditPolicy => ({
  labels: new Set(labels),
  allowOverlap: project.allowOverlap,
});

export const casesIn = (
  state: SegmentState,
  correction: Correction,
  project: Access,
  user: string,
): readonly Case[] =>
  identicalCases(state.annotation, correction, policyFor(project, state), {
    user,
    newId: () => spanId(randomUUID()),
  });

/** The words that a segment's texts must hold for the correction to fit in it. */
export function wordsOf(correction: Correction): { side: Side; surface: string }[] {
  switch (correction.kind) {
    case "change":
    case "remove": {
      const { side, surface, counterpart } = correction;
      const other: Side = side === "source" ? "pivot" : "source";
      return [{ side, surface }, ...(counterpart === null ? [] : [{ side: other, surface: counterpart }])];
    }
    case "absent":
    case "add":
      return [{ side: correction.side, surface: correction.surface }];
    case "place":
    case "unlink":
      return [
        { side: "pivot", surface: correction.pivot },
        { side: "source", surface: correction.source },
      ];
  }
}

export function* chunked<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += CHUNK) yield list.slice(from, from + CHUNK);
}

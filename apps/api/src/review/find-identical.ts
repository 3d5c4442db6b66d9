import { type Annotation, type Case, codePoint, Text, textOf, widenToClusters } from "@spanbridge/shared";
import {
  type FoundIdentical,
  type findIdenticalSchema,
  type IdenticalSegment,
  MAX_IDENTICAL,
} from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readSegmentStates } from "../db/segment-state.ts";
import { findSegmentsWith } from "../db/segments-with.ts";
import { accessTo } from "../projects/access.ts";
import { casesIn, chunked, wordsOf } from "./identical.ts";

/** Segments that hold the words and are read to see whether the correction fits; beyond that the answer says "more". */
const MAX_READ = 5000;
/** Code points of text shown on either side of a case. */
const AROUND = 24;

/** Where else in the project a correction fits, and what it would change. Changes nothing. */
export async function findIdentical(
  app: App,
  actor: Actor,
  { project: slug, correction }: z.output<typeof findIdenticalSchema>,
): Promise<FoundIdentical> {
  const project = await accessTo(app, actor, slug, "review");
  const { pool } = app.db;
  const numbers = await findSegmentsWith(pool, project.id, wordsOf(correction), MAX_READ + 1);
  const segments: IdenticalSegment[] = [];
  for (const chunk of chunked(numbers.slice(0, MAX_READ))) {
    for (const state of await readSegmentStates(pool, project.id, chunk)) {
      const cases = casesIn(state, correction, project, actor.userId);
      if (cases.length === 0) continue;
      const { number, externalId, lastEditor, annotation } = state;
      if (segments.length === MAX_IDENTICAL) return { segments, more: true };
      const shown = cases.map((found) => shownCase(annotation, found));
      segments.push({ number, externalId, state: annotation.review.state, lastEditor, cases: shown });
    }
  }
  return { segments, more: numbers.length > MAX_READ };
}

function shownCase(annotation: Annotation, { side, range }: Case): IdenticalSegment["cases"][number] {
  const text = new Text(textOf(annotation, side));
  const from = codePoint(Math.max(0, range.start - AROUND));
  const to = codePoint(Math.min(text.length, range.end + AROUND));
  const { start, end } = widenToClusters(text, { start: from, end: to });
  return {
    side,
    before: `${start > 0 ? "…" : ""}${text.slice({ start, end: range.start })}`,
    surface: text.slice(range),
    after: `${text.slice({ start: range.end, end })}${end < text.length ? "…" : ""}`,
  };
}

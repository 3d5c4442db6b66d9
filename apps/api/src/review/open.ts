import type { SegmentView } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readSegmentState } from "../db/segment-state.ts";
import { AppError } from "../error.ts";
import { accessTo } from "../projects/access.ts";
import { viewOf } from "./view.ts";

/** One segment as people see and edit it. */
export async function openSegment(
  app: App,
  actor: Actor,
  { project, number }: { project: string; number: number },
): Promise<SegmentView> {
  const { id, name } = await accessTo(app, actor, project, "read");
  const state = await readSegmentState(app.db.pool, id, number);
  if (!state) throw noSuchSegment(name, number);
  return viewOf(app.db.pool, state);
}

export const noSuchSegment = (project: string, number: number): AppError =>
  new AppError("not_found", `"${project}" has no segment ${number}.`);

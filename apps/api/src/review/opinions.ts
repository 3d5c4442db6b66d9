import type { opinionsSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readOpinions } from "../db/opinions.ts";
import { readSegmentState } from "../db/segment-state.ts";
import { accessTo } from "../projects/access.ts";
import { noSuchSegment } from "./open.ts";

/** What each engine and file says about a segment, what is shown first. */
export async function listOpinions(
  app: App,
  actor: Actor,
  { project, number }: { project: string; number: number },
): Promise<z.input<typeof opinionsSchema>> {
  const { id, name } = await accessTo(app, actor, project, "read");
  const state = await readSegmentState(app.db.pool, id, number);
  if (!state) throw noSuchSegment(name, number);
  const found = await readOpinions(app.db.pool, id, [state.id]);
  return found.map(({ layer, kind, run, shown, failure, pivotText, body, signals }) => ({
    layer,
    kind,
    engine: run?.engine ?? null,
    model: run?.model ?? "",
    test: run?.test ?? false,
    shown,
    failure,
    pivotText,
    spans: [...body.spans],
    links: [...body.links],
    signals,
  }));
}

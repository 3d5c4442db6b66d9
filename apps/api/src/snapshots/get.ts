import type { SnapshotDetail } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { snapshotFor } from "./access.ts";

/** A snapshot with its manifest and its card. */
export async function getSnapshot(
  app: App,
  actor: Actor,
  ref: { project: string; snapshot: string },
): Promise<SnapshotDetail> {
  return (await snapshotFor(app, actor, ref)).snapshot;
}

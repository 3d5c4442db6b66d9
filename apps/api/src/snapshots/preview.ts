import type { SnapshotPlan, SnapshotPreview } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import { accessTo } from "../projects/access.ts";
import { planSnapshot } from "./plan.ts";

/** What a snapshot would hold if it were taken now. */
export async function previewSnapshot(
  app: App,
  actor: Actor,
  { project, plan }: { project: string; plan: SnapshotPlan },
): Promise<SnapshotPreview> {
  const access = await accessTo(app, actor, project, "read");
  const { preview } = await inTransaction(
    app.db.streams,
    (tx) => planSnapshot(tx, access, plan),
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
  return preview;
}

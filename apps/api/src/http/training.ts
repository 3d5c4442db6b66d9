import { trainingRequestSchema } from "@spanbridge/shared/contracts";
import type { Handler } from "hono";
import type { App } from "../app.ts";
import type { Auth } from "../auth/auth.ts";
import { AppError } from "../error.ts";
import { startTrainingDownload } from "../training/download.ts";
import { attachment } from "./attachment.ts";
import { requireActor } from "./session.ts";

/**
 * `GET /api/projects/:slug/snapshots/:snapshot/training?shape=&stage=&stage=&accepted=&model=`: an archive. Of a selection,
 * `GET /api/projects/:slug/training?plan=…`, a SnapshotPlan as JSON.
 */
export const trainingHandler =
  (app: App, auth: Auth): Handler =>
  async (context) => {
    const actor = await requireActor(auth, context);
    const { shape, accepted, model, plan } = context.req.query();
    const input = trainingRequestSchema.safeParse({
      project: context.req.param("slug"),
      snapshot: context.req.param("snapshot"),
      plan: plan === undefined ? undefined : jsonIn(plan),
      options: {
        shape,
        stages: context.req.queries("stage"),
        acceptedOnly: accepted === undefined ? undefined : accepted === "true",
        model,
      },
    });
    if (!input.success) throw new AppError("invalid_input", "The address of this file is not complete.");
    return attachment(context, await startTrainingDownload(app, actor, input.data));
  };

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

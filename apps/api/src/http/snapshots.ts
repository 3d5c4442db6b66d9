import { snapshotDownloadSchema } from "@spanbridge/shared/contracts";
import type { Handler } from "hono";
import type { App } from "../app.ts";
import type { Auth } from "../auth/auth.ts";
import { AppError } from "../error.ts";
import { readOptionPairs } from "../formats/option-pairs.ts";
import { startSnapshotDownload } from "../snapshots/download.ts";
import { attachment } from "./attachment.ts";
import { requireActor } from "./session.ts";

/** `GET /api/projects/:slug/snapshots/:snapshot/download?format=&split=&zip=1`: the file, as it is made. */
export const snapshotHandler =
  (app: App, auth: Auth): Handler =>
  async (context) => {
    const actor = await requireActor(auth, context);
    const { format, split, zip } = context.req.query();
    const input = snapshotDownloadSchema.safeParse({
      project: context.req.param("slug"),
      snapshot: context.req.param("snapshot"),
      format,
      formatOptions: readOptionPairs(context.req.queries("option") ?? []),
      split,
      zip: zip === "1",
    });
    if (!input.success) throw new AppError("invalid_input", "The address of this file is not complete.");
    return attachment(context, await startSnapshotDownload(app, actor, input.data));
  };

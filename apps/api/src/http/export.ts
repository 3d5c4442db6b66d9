import { exportOptionsSchema, slugSchema } from "@spanbridge/shared/contracts";
import type { Handler } from "hono";
import type { App } from "../app.ts";
import type { Auth } from "../auth/auth.ts";
import { AppError } from "../error.ts";
import { startDownload } from "../export/download.ts";
import { readOptionPairs } from "../formats/option-pairs.ts";
import { attachment } from "./attachment.ts";
import { requireActor } from "./session.ts";

/** `GET /api/projects/:slug/export?format=&layer=&state=&state=&document=&option=key%3Dvalue`: the file, as it is made. */
export const exportHandler =
  (app: App, auth: Auth): Handler =>
  async (context) => {
    const actor = await requireActor(auth, context);
    const project = slugSchema.safeParse(context.req.param("slug"));
    const options = exportOptionsSchema.safeParse({
      format: context.req.query("format"),
      formatOptions: readOptionPairs(context.req.queries("option") ?? []),
      layer: context.req.query("layer"),
      states: context.req.queries("state"),
      documents: context.req.queries("document"),
      languages: context.req.queries("language"),
      list: context.req.query("list"),
    });
    if (!project.success || !options.success) {
      throw new AppError("invalid_input", "The address of this export is not complete.");
    }
    const download = await startDownload(app, actor, project.data, options.data);
    return attachment(context, download, { "X-Spanbridge-Segments": String(download.segments) });
  };

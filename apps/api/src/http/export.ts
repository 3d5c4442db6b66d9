import { exportFormats, exportOptionsSchema, slugSchema } from "@spanbridge/shared/contracts";
import type { Handler } from "hono";
import { z } from "zod";
import type { App } from "../app.ts";
import type { Auth } from "../auth/auth.ts";
import { AppError } from "../error.ts";
import { startDownload } from "../export/download.ts";
import { requireActor } from "./session.ts";

const formatSchema = z.enum(exportFormats);

/** `GET /api/projects/:slug/export?format=&layer=&state=&state=&document=`: the file, as it is made. */
export const exportHandler =
  (app: App, auth: Auth): Handler =>
  async (context) => {
    const actor = await requireActor(auth, context);
    const project = slugSchema.safeParse(context.req.param("slug"));
    const options = exportOptionsSchema.safeParse({
      format: formatSchema.safeParse(context.req.query("format")).data,
      layer: context.req.query("layer"),
      states: context.req.queries("state"),
      documents: context.req.queries("document"),
    });
    if (!project.success || !options.success) {
      throw new AppError("invalid_input", "The address of this export is not complete.");
    }
    const download = await startDownload(app, actor, project.data, options.data);
    return context.body(download.body, 200, {
      "Content-Type": `${download.mediaType}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${download.fileName.replace(/[^\w.-]/g, "_")}"`,
      "Cache-Control": "no-store",
      "X-Spanbridge-Segments": String(download.segments),
    });
  };

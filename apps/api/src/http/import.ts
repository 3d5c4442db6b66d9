import { formatIdSchema, importIdSchema, importLayers, slugSchema } from "@spanbridge/shared/contracts";
import type { Handler } from "hono";
import { z } from "zod";
import type { App } from "../app.ts";
import type { Auth } from "../auth/auth.ts";
import { AppError } from "../error.ts";
import { readOptionPairs } from "../formats/option-pairs.ts";
import { runImport } from "../import/run.ts";
import { piecesOf } from "./read-to-end.ts";
import { requireActor } from "./session.ts";

const querySchema = z.object({
  layer: z.enum(importLayers).default("predictions"),
  strict: z.stringbool().default(false),
  /** The file's name: shown in diagnostics, and a hint at its format. */
  name: z.string().min(1).max(300).default("upload"),
  importId: importIdSchema.optional(),
  /** Missing: told from the content. */
  format: formatIdSchema.optional(),
});

/** `POST /api/projects/:slug/import`: the body is the file. Closing the request cancels. */
export const importHandler =
  (app: App, auth: Auth): Handler =>
  async (context) => {
    const actor = await requireActor(auth, context);
    const project = slugSchema.safeParse(context.req.param("slug"));
    const query = querySchema.safeParse(context.req.query());
    if (!project.success || !query.success) {
      throw new AppError("invalid_input", "The address of this import is not complete.");
    }
    const { name, ...options } = query.data;
    const formatOptions = readOptionPairs(context.req.queries("option") ?? []);
    const { signal } = context.req.raw;
    const source = { name, bytes: piecesOf(context.req.raw) };
    return context.json(
      await runImport(app, actor, { ...options, formatOptions, project: project.data, source, signal }),
    );
  };

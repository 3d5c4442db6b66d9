import { type createProjectSchema, defaultLabels, type ProjectDetail } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { getProject } from "./get.ts";
import { insertWithSlug } from "./insert.ts";

/** A new, empty project. */
export async function createProject(
  app: App,
  actor: Actor,
  input: z.output<typeof createProjectSchema>,
): Promise<ProjectDetail> {
  if (!actor.isOwner)
    throw new AppError("forbidden", "Only the owner of this installation creates projects.");
  const project = { ...input, labels: input.labels ?? defaultLabels, attribution: "", licence: "" };
  const { slug } = await inTransaction(app.db, (tx) => insertWithSlug(tx, project));
  return getProject(app, actor, { project: slug });
}

import type {
  listMemoryResultSchema,
  listMemorySchema,
  MemoryUse,
  memoryUsesSchema,
} from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readEntries, readUses } from "../db/memory-browse.ts";
import { accessTo } from "../projects/access.ts";

export async function listMemory(
  app: App,
  actor: Actor,
  { project, ...wanted }: z.output<typeof listMemorySchema>,
): Promise<z.input<typeof listMemoryResultSchema>> {
  const { id } = await accessTo(app, actor, project, "read");
  return readEntries(app.db.pool, id, wanted);
}

/** The accepted segments in which a pair stands. */
export async function listMemoryUses(
  app: App,
  actor: Actor,
  { project, id: entry }: z.output<typeof memoryUsesSchema>,
): Promise<MemoryUse[]> {
  const { id } = await accessTo(app, actor, project, "read");
  return readUses(app.db.pool, id, entry);
}

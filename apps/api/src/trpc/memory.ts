import {
  importMemoryResultSchema,
  importMemorySchema,
  listMemoryResultSchema,
  listMemorySchema,
  memoryEntrySchema,
  memoryUseSchema,
  memoryUsesSchema,
  mergeMemorySchema,
  projectRefSchema,
  putMemorySchema,
  removeMemorySchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const memory = router({
  list: procedure
    .input(listMemorySchema)
    .output(listMemoryResultSchema)
    .query(({ ctx, input }) => ctx.services.memory.list(ctx.actor, input)),
  uses: procedure
    .input(memoryUsesSchema)
    .output(z.array(memoryUseSchema))
    .query(({ ctx, input }) => ctx.services.memory.uses(ctx.actor, input)),
  put: procedure
    .input(putMemorySchema)
    .output(memoryEntrySchema)
    .mutation(({ ctx, input }) => ctx.services.memory.put(ctx.actor, input)),
  remove: procedure
    .input(removeMemorySchema)
    .output(z.object({ removed: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.memory.remove(ctx.actor, input)),
  merge: procedure
    .input(mergeMemorySchema)
    .output(memoryEntrySchema)
    .mutation(({ ctx, input }) => ctx.services.memory.merge(ctx.actor, input)),
  import: procedure
    .input(importMemorySchema)
    .output(importMemoryResultSchema)
    .mutation(({ ctx, input }) => ctx.services.memory.import(ctx.actor, input)),
  export: procedure
    .input(projectRefSchema)
    .output(z.object({ tsv: z.string() }))
    .query(({ ctx, input }) => ctx.services.memory.export(ctx.actor, input)),
});

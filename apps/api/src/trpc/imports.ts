import { importIdSchema, importProgressSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const imports = router({
  /** Null where no such import is running (not begun yet, or over). */
  progress: procedure
    .input(z.object({ importId: importIdSchema }))
    .output(importProgressSchema.nullable())
    .query(({ ctx, input }) => ctx.services.imports.progress(ctx.actor, input)),
});

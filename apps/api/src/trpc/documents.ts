import { documentInfoSchema, projectRefSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const documents = router({
  list: procedure
    .input(projectRefSchema)
    .output(z.array(documentInfoSchema))
    .query(({ ctx, input }) => ctx.services.documents.list(ctx.actor, input)),
});

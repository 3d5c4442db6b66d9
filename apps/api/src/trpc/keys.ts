import { apiKeySchema, createApiKeySchema, createdApiKeySchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

/** API keys of the person who asks. */
export const keys = router({
  list: procedure.output(z.array(apiKeySchema)).query(({ ctx }) => ctx.services.keys.list(ctx.actor)),
  create: procedure
    .input(createApiKeySchema)
    .output(createdApiKeySchema)
    .mutation(({ ctx, input }) => ctx.services.keys.create(ctx.actor, input)),
  revoke: procedure
    .input(apiKeySchema.pick({ id: true }))
    .output(z.object({ revoked: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.keys.revoke(ctx.actor, input)),
});

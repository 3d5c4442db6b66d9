import { installedSampleSchema, sampleSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const samples = router({
  list: procedure.output(z.array(sampleSchema)).query(({ ctx }) => ctx.services.samples.list(ctx.actor)),
  install: procedure
    .input(z.object({ sample: z.string().max(60) }))
    .output(installedSampleSchema)
    .mutation(({ ctx, input }) => ctx.services.samples.install(ctx.actor, input)),
});

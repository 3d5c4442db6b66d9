import {
  addWikipediaSchema,
  projectRefSchema,
  wikipediaBuildSchema,
  wikipediaOutcomesInputSchema,
  wikipediaOutcomesSchema,
  wikipediaPreviewSchema,
  wikipediaRefSchema,
  wikipediaSelectionSchema,
  wikipediaSettingsSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const wikipedia = router({
  settings: procedure
    .output(wikipediaSettingsSchema)
    .query(({ ctx }) => ctx.services.wikipedia.settings(ctx.actor)),
  setSettings: procedure
    .input(wikipediaSettingsSchema)
    .output(wikipediaSettingsSchema)
    .mutation(({ ctx, input }) => ctx.services.wikipedia.setSettings(ctx.actor, input)),
  /** Which names would be looked for. */
  preview: procedure
    .input(wikipediaSelectionSchema)
    .output(wikipediaPreviewSchema)
    .query(({ ctx, input }) => ctx.services.wikipedia.preview(ctx.actor, input)),
  start: procedure
    .input(wikipediaSelectionSchema)
    .output(wikipediaBuildSchema)
    .mutation(({ ctx, input }) => ctx.services.wikipedia.start(ctx.actor, input)),
  list: procedure
    .input(projectRefSchema)
    .output(z.array(wikipediaBuildSchema))
    .query(({ ctx, input }) => ctx.services.wikipedia.list(ctx.actor, input)),
  outcomes: procedure
    .input(wikipediaOutcomesInputSchema)
    .output(wikipediaOutcomesSchema)
    .query(({ ctx, input }) => ctx.services.wikipedia.outcomes(ctx.actor, input)),
  cancel: procedure
    .input(wikipediaRefSchema)
    .output(wikipediaBuildSchema)
    .mutation(({ ctx, input }) => ctx.services.wikipedia.cancel(ctx.actor, input)),
  resume: procedure
    .input(wikipediaRefSchema)
    .output(wikipediaBuildSchema)
    .mutation(({ ctx, input }) => ctx.services.wikipedia.resume(ctx.actor, input)),
  /** Puts the accepted pairs into memory. */
  add: procedure
    .input(addWikipediaSchema)
    .output(z.object({ added: z.int(), known: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.wikipedia.add(ctx.actor, input)),
  takeBack: procedure
    .input(wikipediaRefSchema)
    .output(z.object({ removed: z.int(), kept: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.wikipedia.takeBack(ctx.actor, input)),
});

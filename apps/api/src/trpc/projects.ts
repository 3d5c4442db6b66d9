import {
  createProjectSchema,
  projectCardSchema,
  projectDetailSchema,
  projectRefSchema,
  removeProjectSchema,
  setLabelsSchema,
  updateProjectSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const projects = router({
  list: procedure
    .input(z.object({ archived: z.boolean().default(false) }).prefault({}))
    .output(z.array(projectCardSchema))
    .query(({ ctx, input }) => ctx.services.projects.list(ctx.actor, input)),
  get: procedure
    .input(projectRefSchema)
    .output(projectDetailSchema)
    .query(({ ctx, input }) => ctx.services.projects.get(ctx.actor, input)),
  create: procedure
    .input(createProjectSchema)
    .output(projectDetailSchema)
    .mutation(({ ctx, input }) => ctx.services.projects.create(ctx.actor, input)),
  update: procedure
    .input(updateProjectSchema)
    .output(projectDetailSchema)
    .mutation(({ ctx, input }) => ctx.services.projects.update(ctx.actor, input)),
  remove: procedure
    .input(removeProjectSchema)
    .output(z.object({ segments: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.projects.remove(ctx.actor, input)),
  setLabels: procedure
    .input(setLabelsSchema)
    .output(projectDetailSchema)
    .mutation(({ ctx, input }) => ctx.services.projects.setLabels(ctx.actor, input)),
});

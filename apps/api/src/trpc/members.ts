import {
  invitationSchema,
  inviteSchema,
  memberSchema,
  projectRefSchema,
  removeMemberSchema,
} from "@spanbridge/shared/contracts";
import { z } from "zod";
import { procedure, router } from "./init.ts";

export const members = router({
  list: procedure
    .input(projectRefSchema)
    .output(z.array(memberSchema))
    .query(({ ctx, input }) => ctx.services.members.list(ctx.actor, input)),
  invite: procedure
    .input(inviteSchema)
    .output(invitationSchema)
    .mutation(({ ctx, input }) => ctx.services.members.invite(ctx.actor, input)),
  remove: procedure
    .input(removeMemberSchema)
    .output(z.object({ removed: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.members.remove(ctx.actor, input)),
});

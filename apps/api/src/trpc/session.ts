import { meSchema } from "@spanbridge/shared/contracts";
import { procedure, router } from "./init.ts";

export const session = router({
  me: procedure.output(meSchema).query(({ ctx }) => ctx.services.session.me(ctx.actor)),
});

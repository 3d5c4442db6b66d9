import type { Context } from "hono";
import type { Actor } from "../actor.ts";
import type { Auth } from "../auth/auth.ts";
import { AppError } from "../error.ts";

export const SIGN_IN_FIRST =
  "Please sign in first. `npx spanbridge link` on the machine of the server gives you a link.";

/** The signed-in person, for what is not tRPC. */
export async function requireActor(auth: Auth, context: Context): Promise<Actor> {
  const { actor } = await auth.identify(context.req.raw.headers);
  if (!actor) throw new AppError("unauthenticated", SIGN_IN_FIRST);
  return actor;
}

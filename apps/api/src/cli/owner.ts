import type { Actor } from "../actor.ts";
import { findOwner } from "../db/users.ts";
import type { CliContext } from "./with-app.ts";

/** Whoever may use the command line on the installation's own files is its owner. */
export async function ownerOf({ app }: CliContext): Promise<Actor> {
  const found = await findOwner(app.db.pool);
  return { userId: found?.id ?? "", name: found?.name ?? "", isOwner: true };
}

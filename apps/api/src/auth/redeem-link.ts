import { takeLink } from "../db/links.ts";
import { putMember } from "../db/members.ts";
import type { Database } from "../db/open.ts";
import { holdProject } from "../db/projects.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { findOwner, insertUser } from "../db/users.ts";
import { hashToken } from "./token.ts";

/** Who is signed in by a one-time link; undefined when it is unknown, used up, too old or no longer of use. */
export async function redeemLink(db: Database, token: string): Promise<string | undefined> {
  return inTransaction(db, async (tx) => {
    const grant = await takeLink(tx, hashToken(token));
    switch (grant?.purpose) {
      case undefined:
        return undefined;
      case "own":
        return (await findOwner(tx)) ? undefined : insertUser(tx, { name: "Owner", role: "owner" });
      case "sign_in":
        return grant.userId;
      case "join":
        return join(tx, grant);
    }
  });
}

async function join(
  tx: Tx,
  { name, projectId, role }: { name: string; projectId: string; role: "manager" | "annotator" },
): Promise<string | undefined> {
  // A project that was deleted since the invitation: the new person would belong nowhere.
  if (!(await holdProject(tx, projectId))) return undefined;
  const user = await insertUser(tx, { name, role: "member" });
  await putMember(tx, projectId, user, role);
  return user;
}

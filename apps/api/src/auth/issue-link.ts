import { type Grant, insertLink, removeOwnerLinks } from "../db/links.ts";
import type { Database } from "../db/open.ts";
import { inTransaction, type Querier } from "../db/transaction.ts";
import { findOwner } from "../db/users.ts";
import { hashToken, newToken } from "./token.ts";

/** A one-time link: `path` goes behind the server's address. The token stands in it and nowhere else. */
export type OpenLink = { readonly path: string; readonly expiresAt: Date };

const HOUR = 3_600_000;

/** How long a link can be opened. */
const lifetimes: Record<Grant["purpose"], number> = { own: 24 * HOUR, sign_in: HOUR, join: 7 * 24 * HOUR };

export async function issueLink(querier: Querier, grant: Grant, now: Date): Promise<OpenLink> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetimes[grant.purpose]);
  await insertLink(querier, { hash: hashToken(token), grant, expiresAt });
  // Behind the #, so that it is in no request line, no referrer and no log.
  return { path: `/open#${token}`, expiresAt };
}

/** The link that makes its opener the owner; earlier ones are void. Undefined where there is an owner already. */
export async function issueOwnerLink(db: Database, now: Date): Promise<OpenLink | undefined> {
  return inTransaction(db, async (tx) => {
    if (await findOwner(tx)) return undefined;
    await removeOwnerLinks(tx);
    return issueLink(tx, { purpose: "own" }, now);
  });
}

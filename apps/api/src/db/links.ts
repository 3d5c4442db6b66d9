import { memberRoles } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import { z } from "zod";
import type { Querier, Tx } from "./transaction.ts";

/** What the opener of a one-time link gets. */
const grantSchema = z.discriminatedUnion("purpose", [
  /** Becomes the owner of the installation. */
  z.object({ purpose: z.literal("own") }),
  /** Is signed in. */
  z.object({ purpose: z.literal("sign_in"), userId: z.string() }),
  /** Joins a project, as somebody new. */
  z.object({
    purpose: z.literal("join"),
    name: z.string(),
    projectId: z.string(),
    role: z.enum(memberRoles),
  }),
]);
export type Grant = z.infer<typeof grantSchema>;

/** Ours among better-auth's verification values. */
const prefix = "open-link:";
const ownPrefix = `${prefix}own:`;

// Only one link at a time makes an owner; it is found by its own prefix.
const identifierOf = (grant: Grant, hash: string): string =>
  `${grant.purpose === "own" ? ownPrefix : prefix}${hash}`;

export async function insertLink(
  querier: Querier,
  link: { readonly hash: string; readonly grant: Grant; readonly expiresAt: Date },
): Promise<void> {
  await querier.query(
    `INSERT INTO verification (id, identifier, value, "expiresAt", "createdAt", "updatedAt")
     VALUES ($1, $2, $3, $4::timestamptz AT TIME ZONE 'utc', now() AT TIME ZONE 'utc', now() AT TIME ZONE 'utc')`,
    [v7(), identifierOf(link.grant, link.hash), JSON.stringify(link.grant), link.expiresAt.toISOString()],
  );
}

/** Makes all earlier owner links worthless. */
export async function removeOwnerLinks(querier: Querier): Promise<void> {
  await querier.query("DELETE FROM verification WHERE starts_with(identifier, $1)", [ownPrefix]);
}

/** Uses a link up: of two who open it at the same time one gets the grant. Undefined for an unknown or expired one. */
export async function takeLink(tx: Tx, hash: string): Promise<Grant | undefined> {
  const { rows } = await tx.query<{ value: string; valid: boolean }>(
    `DELETE FROM verification WHERE identifier IN ($1, $2)
     RETURNING value, "expiresAt" > now() AT TIME ZONE 'utc' AS valid`,
    [`${prefix}${hash}`, `${ownPrefix}${hash}`],
  );
  const link = rows[0];
  return link?.valid ? grantSchema.parse(JSON.parse(link.value)) : undefined;
}

import type { MemberRole } from "@spanbridge/shared/contracts";
import type { Pooled } from "./transaction.ts";

/** A project as everything that works in it needs it, with the role there of the person who asks. */
export type ProjectAccess = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly sourceLang: string;
  readonly pivotLang: string;
  readonly allowOverlap: boolean;
  readonly archived: boolean;
  /** Null for somebody who is not a member. */
  readonly role: MemberRole | null;
};

export async function findProjectAccess(
  { pool }: Pooled,
  slug: string,
  userId: string,
): Promise<ProjectAccess | undefined> {
  const { rows } = await pool.query<ProjectAccess>({
    name: "project-access",
    text: `SELECT p.id, p.slug, p.name, p.source_lang AS "sourceLang", p.pivot_lang AS "pivotLang",
             p.allow_overlap AS "allowOverlap", p.archived_at IS NOT NULL AS archived, m.role
           FROM project p LEFT JOIN membership m ON m.project_id = p.id AND m.user_id = $2
           WHERE p.slug = $1`,
    values: [slug, userId],
  });
  return rows[0];
}

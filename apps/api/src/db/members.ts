import type { Member, MemberRole } from "@spanbridge/shared/contracts";
import type { Querier } from "./transaction.ts";

/** Owners of the installation first, then the project's members by name. */
export async function listMembers(querier: Querier, projectId: string): Promise<Member[]> {
  const { rows } = await querier.query<Member>(
    `SELECT u.id, u.name, CASE WHEN u.role = 'owner' THEN 'owner' ELSE m.role END AS role
     FROM "user" u LEFT JOIN membership m ON m.user_id = u.id AND m.project_id = $1
     WHERE u.role = 'owner' OR m.role IS NOT NULL
     ORDER BY u.role = 'owner' DESC, u.name, u.id`,
    [projectId],
  );
  return rows;
}

/** Also changes the role of somebody who is a member already. */
export async function putMember(
  querier: Querier,
  projectId: string,
  userId: string,
  role: MemberRole,
): Promise<void> {
  await querier.query(
    `INSERT INTO membership (project_id, user_id, role) VALUES ($1, $2, $3)
     ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role`,
    [projectId, userId, role],
  );
}

export async function removeMember(querier: Querier, projectId: string, userId: string): Promise<boolean> {
  const { rowCount } = await querier.query("DELETE FROM membership WHERE project_id = $1 AND user_id = $2", [
    projectId,
    userId,
  ]);
  return rowCount === 1;
}

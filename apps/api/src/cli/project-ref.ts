import { findProjectsByRef, type ProjectRow } from "../db/projects.ts";
import type { Querier } from "../db/transaction.ts";
import { AppError } from "../error.ts";

/** The project of this address or, failing that, of this name; undefined when there is none. */
export async function findProject(querier: Querier, ref: string): Promise<ProjectRow | undefined> {
  const found = await findProjectsByRef(querier, ref);
  const exact = found.find(({ slug }) => slug === ref);
  if (exact || found.length <= 1) return exact ?? found[0];
  const slugs = found.map(({ slug }) => slug).join(", ");
  throw new AppError("conflict", `Several projects are named "${ref}". Give the address of one: ${slugs}.`);
}

export async function requireProject(querier: Querier, ref: string): Promise<ProjectRow> {
  const found = await findProject(querier, ref);
  if (!found)
    throw new AppError("not_found", `There is no project "${ref}". \`spanbridge projects\` lists them.`);
  return found;
}

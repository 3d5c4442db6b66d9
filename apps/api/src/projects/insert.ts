import { insertProject, type NewProject } from "../db/projects.ts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { numbered, slugOf } from "./slug.ts";

/** A new project, with a slug made from its name unless one is asked for. Part of the caller's transaction. */
export async function insertWithSlug(
  tx: Tx,
  project: Omit<NewProject, "slug"> & { readonly slug?: string | undefined },
): Promise<{ readonly id: string; readonly slug: string }> {
  if (project.slug !== undefined) {
    const { slug } = project;
    const id = await insertProject(tx, { ...project, slug });
    if (id === undefined)
      throw new AppError("conflict", `There is a project with the address "${slug}" already.`);
    return { id, slug };
  }
  const base = slugOf(project.name);
  for (let number = 1; ; number++) {
    const slug = numbered(base, number);
    const id = await insertProject(tx, { ...project, slug });
    if (id !== undefined) return { id, slug };
  }
}

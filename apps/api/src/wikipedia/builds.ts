import { wikiOf } from "@spanbridge/projection";
import type {
  addWikipediaSchema,
  projectRefSchema,
  WikipediaBuild,
  WikipediaPreview,
  wikipediaOutcomesInputSchema,
  wikipediaOutcomesSchema,
  wikipediaRefSchema,
  wikipediaSelectionSchema,
} from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import { insertBuild, moveBuild, noteAdded, readBuilds } from "../db/wikipedia-builds.ts";
import { removeReferenced } from "../db/wikipedia-memory.ts";
import { acceptedPairs, readOutcomes } from "../db/wikipedia-names.ts";
import { AppError } from "../error.ts";
import { accessTo, accessToChange } from "../projects/access.ts";
import { type Languages, requireEnglishNames } from "./languages.ts";
import { namesOfProject } from "./project-names.ts";
import { requireAllowed, settingsOf } from "./settings.ts";
import { addToMemory } from "./to-memory.ts";

type Ref = z.output<typeof wikipediaRefSchema>;

const FIRST = 12;
/** More than this is work for dump files. */
const MOST_NAMES = 50_000;

/** Which names would be looked for, and whether they can be. */
export async function previewWikipedia(
  app: App,
  actor: Actor,
  { project, source, language }: z.output<typeof wikipediaSelectionSchema>,
): Promise<WikipediaPreview> {
  const access = await accessTo(app, actor, project, "manage");
  const sourceLang = language ?? access.sourceLang;
  const names = await inTransaction(app.db, (tx) => namesOfProject(tx, access, source, sourceLang));
  return {
    names: names.length,
    first: names.slice(0, FIRST).map(({ name }) => name),
    wiki: wikiOf(sourceLang),
    obstacle: await obstacle(app, { ...access, sourceLang }),
  };
}

async function obstacle(app: App, project: Languages): Promise<string | null> {
  try {
    requireEnglishNames(project);
    requireAllowed(await settingsOf(app.db.pool));
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.userMessage;
    throw error;
  }
}

/** Makes a search of the project's names and tells the workers. */
export async function startWikipedia(
  app: App,
  actor: Actor,
  { project, source, language }: z.output<typeof wikipediaSelectionSchema>,
): Promise<WikipediaBuild> {
  const access = await accessToChange(app, actor, project, "manage");
  const settings = await settingsOf(app.db.pool);
  const sourceLang = language ?? access.sourceLang;
  requireEnglishNames({ ...access, sourceLang });
  requireAllowed(settings);
  const id = await inTransaction(app.db, async (tx) => {
    const names = await namesOfProject(tx, access, source, sourceLang);
    if (names.length === 0) throw new AppError("invalid_input", "There are no such names.");
    if (names.length > MOST_NAMES) {
      throw new AppError(
        "too_large",
        `${names.length} names are too many for questions one by one: use dump files, on the command line.`,
      );
    }
    return insertBuild(tx, {
      projectId: access.id,
      source,
      language: sourceLang,
      apiBase: settings.apiBase,
      createdBy: actor.userId,
      names,
    });
  });
  await app.jobs.send(id, 1, "wikipedia-build");
  return requireBuild(app, access.id, id);
}

export async function listWikipedia(
  app: App,
  actor: Actor,
  { project }: z.output<typeof projectRefSchema>,
): Promise<WikipediaBuild[]> {
  const { id } = await accessTo(app, actor, project, "read");
  return readBuilds(app.db.pool, id);
}

export async function listWikipediaOutcomes(
  app: App,
  actor: Actor,
  { project, build, ...wanted }: z.output<typeof wikipediaOutcomesInputSchema>,
): Promise<z.input<typeof wikipediaOutcomesSchema>> {
  const { id } = await accessTo(app, actor, project, "read");
  await requireBuild(app, id, build);
  return readOutcomes(app.db.pool, build, wanted);
}

/** What is found stays; the rest can be looked for later. */
export async function cancelWikipedia(
  app: App,
  actor: Actor,
  { project, build }: Ref,
): Promise<WikipediaBuild> {
  const { id } = await accessTo(app, actor, project, "manage");
  const { state } = await requireBuild(app, id, build);
  if (!(await moveBuild(app.db.pool, build, ["queued", "running"], "cancelled")) && state !== "cancelled") {
    throw new AppError("conflict", `This search is ${state} already.`);
  }
  return requireBuild(app, id, build);
}

/** Goes on with the names of which nothing is known yet. */
export async function resumeWikipedia(
  app: App,
  actor: Actor,
  { project, build }: Ref,
): Promise<WikipediaBuild> {
  const { id } = await accessToChange(app, actor, project, "manage");
  await requireBuild(app, id, build);
  requireAllowed(await settingsOf(app.db.pool));
  if (!(await moveBuild(app.db.pool, build, ["cancelled", "failed"], "queued"))) {
    throw new AppError("conflict", "Nothing is left to look for in this search.");
  }
  await app.jobs.send(build, 1, "wikipedia-build");
  return requireBuild(app, id, build);
}

/** Puts its pairs into memory; those that memory has stay as they are. */
export async function addWikipedia(
  app: App,
  actor: Actor,
  { project, build, except }: z.output<typeof addWikipediaSchema>,
): Promise<{ added: number; known: number }> {
  const { id } = await accessToChange(app, actor, project, "manage");
  await requireBuild(app, id, build);
  return inTransaction(app.db, async (tx) => {
    const pairs = await acceptedPairs(tx, build, except);
    if (pairs.length === 0) throw new AppError("invalid_input", "There are no pairs to add.");
    const result = await addToMemory(tx, id, build, pairs);
    await noteAdded(tx, build, true);
    return result;
  });
}

/** Takes its pairs out of memory again, but for those that accepted segments or people have made their own. */
export async function takeBackWikipedia(
  app: App,
  actor: Actor,
  { project, build }: Ref,
): Promise<{ removed: number; kept: number }> {
  const { id } = await accessToChange(app, actor, project, "manage");
  await requireBuild(app, id, build);
  return inTransaction(app.db, async (tx) => {
    const result = await removeReferenced(tx, id, build);
    await noteAdded(tx, build, false);
    return result;
  });
}

async function requireBuild(app: App, projectId: string, id: string): Promise<WikipediaBuild> {
  const [build] = await readBuilds(app.db.pool, projectId, id);
  if (!build) throw new AppError("not_found", "There is no such search in this project.");
  return build;
}

import type { Run, StartRun } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { fillDigests } from "../db/digests.ts";
import { readConventions } from "../db/projects.ts";
import { showLayers } from "../db/run-results.ts";
import { insertRun, isRunNameTaken, readRunWork } from "../db/runs.ts";
import { readModelOrigins } from "../db/settings.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { apiKey, requireAllowed } from "../language-model/endpoint.ts";
import { accessToChange } from "../projects/access.ts";
import { requireRun } from "./find.ts";
import { chooseExamples } from "./work/examples.ts";
import { workersFor } from "./work/job.ts";

/** Makes a run and tells the workers. What is wrong with its settings is told now and not by its first segment. */
export async function startRun(app: App, actor: Actor, input: StartRun): Promise<Run> {
  const { pool } = app.db;
  const project = await accessToChange(app, actor, input.project, "manage");
  let { config } = input;
  if (config.engine === "eat") {
    requireAllowed(config.model, await readModelOrigins(pool));
    apiKey(config.model, process.env);
    const exampleNumbers = await chooseExamples(pool, project.id, config.eat.examples);
    config = { ...config, eat: { ...config.eat, exampleNumbers } };
  }
  if (config.engine === "offline") {
    config = { ...config, conventions: config.conventions ?? (await readConventions(pool, project.id)) };
  }
  const name = input.name ?? (await freeName(app, project.id, input.test ? "test" : config.engine));
  if (await isRunNameTaken(pool, project.id, name)) {
    throw new AppError("conflict", `There is a run "${name}" already. Choose another name.`);
  }
  const id = await inTransaction(app.db, async (tx) => {
    const run = { projectId: project.id, name, config, test: input.test, createdBy: actor.userId };
    const made = await insertRun(tx, run, input.selection);
    if (made.segments === 0) throw new AppError("invalid_input", "No segment fits this selection.");
    if (input.show) {
      const work = await readRunWork(tx, made.id);
      if (work) await showLayers(tx, project.id, { kind: "first", layerId: work.layerId });
    }
    return made.id;
  });
  if (input.show) await fillDigests(pool, project.id);
  await app.jobs.send(id, config.engine === "eat" ? workersFor(config.concurrency) : 1);
  return requireRun(app, project.id, id);
}

async function freeName(app: App, projectId: string, engine: string): Promise<string> {
  const day = app.now().toISOString().slice(0, 10);
  for (let number = 1; ; number++) {
    const name = `${engine} ${day}${number === 1 ? "" : `.${number}`}`;
    if (!(await isRunNameTaken(app.db.pool, projectId, name))) return name;
  }
}

import { apiArticles, findPairs } from "@spanbridge/projection";
import type { App } from "../app.ts";
import { moveBuild, readBuildWork, unfinishedBuilds } from "../db/wikipedia-builds.ts";
import { takeWikipediaTurn } from "../db/wikipedia-lock.ts";
import { saveOutcomes, waitingNames } from "../db/wikipedia-names.ts";
import { storedPages } from "../db/wikipedia-pages.ts";
import { AppError } from "../error.ts";
import { cacheAt } from "./address.ts";
import { requireAllowed, settingsOf } from "./settings.ts";
import { createQuery, usualTransport } from "./transport.ts";

const WATCH_MS = 500;

/**
 * Works on a search until nothing waits, it is cancelled, or Wikipedia cannot be asked. What is found is saved batch by
 * batch, what was answered at once: whoever goes on asks for nothing again.
 */
async function workOnBuild(app: App, id: string, stop: AbortSignal): Promise<void> {
  const { pool } = app.db;
  if (!["queued", "running"].includes((await readBuildWork(pool, id))?.state ?? "")) return;
  const turn = await takeWikipediaTurn(app.db, stop);
  const ended = new AbortController();
  const signal = AbortSignal.any([stop, turn.lost, ended.signal]);
  const watch = setInterval(() => {
    readBuildWork(pool, id).then(
      (build) => build?.state !== "running" && ended.abort(),
      () => undefined,
    );
  }, WATCH_MS);
  try {
    await moveBuild(pool, id, ["queued"], "running");
    const failure = await search(app, id, signal);
    if (ended.signal.aborted) return;
    // The job has to come again: this process ends, or has lost its turn.
    signal.throwIfAborted();
    if (failure === undefined) await moveBuild(pool, id, ["running"], "done");
    else await moveBuild(pool, id, ["running"], "failed", failure);
  } catch (error) {
    if (signal.aborted) throw error;
    const isKnown = error instanceof AppError;
    if (!isKnown) app.log.error({ err: error, build: id }, "a search in Wikipedia failed unexpectedly");
    const told = isKnown ? error.userMessage : "Something went wrong here; it is in the server's log.";
    await moveBuild(pool, id, ["running"], "failed", told);
  } finally {
    clearInterval(watch);
    await turn.release().catch(() => undefined);
  }
}

/** Answers why it ended early; undefined where it did not. */
async function search(app: App, id: string, signal: AbortSignal): Promise<string | undefined> {
  const { pool } = app.db;
  const build = await readBuildWork(pool, id);
  if (build?.state !== "running") return undefined;
  const { apiBase, language } = build;
  const settings = await settingsOf(pool);
  if (settings.apiBase !== apiBase)
    return "The address of Wikipedia has been changed since. Start a new search.";
  requireAllowed(settings);
  const query = createQuery({ ...usualTransport(apiBase), ...settings }, { signal });
  const waiting = await waitingNames(pool, id);
  const articles = apiArticles(query, cacheAt(storedPages(pool), apiBase), language);
  let done = 0;
  for await (const batch of findPairs(waiting, articles, { language, longest: LONGEST })) {
    if (!batch.ok) return batch.error.message;
    await saveOutcomes(
      pool,
      id,
      batch.value.map((outcome, index) => ({ position: waiting[done + index]?.position ?? 0, outcome })),
    );
    done += batch.value.length;
    if (signal.aborted) return undefined;
  }
  return undefined;
}

/** Of an introduction, in code points: what a person reads to judge a pair. */
const LONGEST = 2000;

/** Workers in this process, one search at a time: takes up what is unfinished, then whatever comes. */
export async function startSearches(app: App): Promise<() => void> {
  const stop = new AbortController();
  await app.jobs.work(
    (id, signal) => workOnBuild(app, id, AbortSignal.any([signal, stop.signal])),
    1,
    "wikipedia-build",
  );
  for (const id of await unfinishedBuilds(app.db.pool)) await app.jobs.send(id, 1, "wikipedia-build");
  return () => stop.abort();
}

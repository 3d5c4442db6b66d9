import type { Hono } from "hono";
import { afterAll, beforeAll } from "vitest";
import type { Actor } from "../../src/actor.ts";
import type { App } from "../../src/app.ts";
import { type Auth, createAuth } from "../../src/auth/auth.ts";
import { createApp } from "../../src/create-app.ts";
import { silentLog } from "../../src/db/log.ts";
import { putMember } from "../../src/db/members.ts";
import { insertUser } from "../../src/db/users.ts";
import { createHttpApp } from "../../src/http/app.ts";
import { runImport } from "../../src/import/run.ts";
import { tellable } from "../../src/problem.ts";
import { createServices } from "../../src/services.ts";
import { createCallerFactory } from "../../src/trpc/init.ts";
import { appRouter } from "../../src/trpc/router.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;

/** A server without a socket on a database of its own, and the people in it. */
export type World = {
  readonly db: TestDatabase;
  readonly app: App;
  readonly auth: Auth;
  readonly http: Hono;
  readonly owner: Actor;
  /** The procedures as this person calls them; nobody's without a session. */
  readonly as: (actor: Actor | undefined) => Caller;
  /** A person who may do nothing yet. */
  readonly person: (name: string) => Promise<Actor>;
  /** A person in a project. */
  readonly member: (name: string, project: string, role: "manager" | "annotator") => Promise<Actor>;
  /** Reads rows of the pairs format into a project. */
  readonly bring: (
    project: string,
    rows: readonly (object | string)[],
    options?: { readonly layer?: "predictions" | "gold"; readonly strict?: boolean; readonly actor?: Actor },
  ) => ReturnType<typeof runImport>;
};

export async function createWorld(): Promise<World> {
  const db = await createTestDatabase();
  const app = createApp(db, silentLog);
  const auth = createAuth(app, "a secret of the tests that is long enough to be one");
  const services = createServices(app);
  const make = async (name: string, role: "owner" | "member"): Promise<Actor> => ({
    userId: await insertUser(db.pool, { name, role }),
    name,
    isOwner: role === "owner",
  });
  const owner = await make("Olga", "owner");
  return {
    db,
    app,
    auth,
    http: createHttpApp(app, auth, { host: "127.0.0.1", webRoot: "/nowhere" }),
    owner,
    as: (actor) =>
      createCaller({ actor, services, toAppError: (error, path) => tellable(error, silentLog, path) }),
    person: (name) => make(name, "member"),
    member: async (name, project, role) => {
      const actor = await make(name, "member");
      await putMember(db.pool, await idOf(db, project), actor.userId, role);
      return actor;
    },
    bring: (project, rows, { layer = "predictions", strict = false, actor = owner } = {}) =>
      runImport(app, actor, {
        project,
        layer,
        strict,
        source: { name: "rows.jsonl", bytes: bytesOf(rows) },
        signal: new AbortController().signal,
      }),
  };
}

/** One world for the tests of a file. */
export function useWorld(): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world?.db.close());
  return () => {
    if (!world) throw new Error("the world exists only inside tests and hooks");
    return world;
  };
}

export async function* bytesOf(rows: readonly (object | string)[]): AsyncGenerator<Uint8Array> {
  for (const row of rows) yield Buffer.from(`${typeof row === "string" ? row : JSON.stringify(row)}\n`);
}

async function idOf({ pool }: TestDatabase, slug: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM project WHERE slug = $1", [slug]);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`no project ${slug}`);
  return id;
}

import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openApiDocument } from "../../src/http/rest/openapi.ts";
import { restRoutes } from "../../src/http/rest/routes.ts";
import { appRouter } from "../../src/trpc/router.ts";
import { useSite } from "../helpers/listening.ts";
import { useWorld } from "../helpers/world.ts";
import { problemIn, restWith, unauthenticated } from "./client.ts";

const world = useWorld();
const site = useSite(world);

/** Every endpoint of the document, with something in the place of each parameter. */
const endpoints = Object.entries(openApiDocument("0").paths ?? {}).flatMap(([path, methods]) =>
  Object.keys(methods ?? {}).map((method) => [method.toUpperCase(), path.replace(/\{\w+\}/g, "p")] as const),
);

it("the document describes every route that is there, and there is no other", () => {
  const routes = world()
    .http.routes.filter(({ path, method }) => path.startsWith("/api/v1/") && method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace("/api/v1", "").replace(/:\w+/g, "p")}`);
  const described = endpoints.map(([method, path]) => `${method} ${path}`);
  expect(new Set(routes)).toEqual(new Set([...described, "GET /openapi.json"]));
  expect(endpoints.length).toBe(restRoutes.length);
  expect(endpoints.length).toBeGreaterThan(5);
});

describe("REST", () => {
  const refused = async (authorization: string | undefined, headers: Record<string, string> = {}) => {
    const rest = restWith(world(), authorization);
    for (const [method, path] of endpoints) {
      const response = await rest(path, { method, headers });
      expect(response.headers.get("www-authenticate")).toBe('Bearer realm="Spanbridge"');
      expect([method, path, await problemIn(response)]).toEqual([method, path, unauthenticated]);
    }
  };

  it("refuses everything without a key", () => refused(undefined));
  it.each([
    "",
    "Bearer",
    "Bearer x",
    `Bearer sb_${"0".repeat(64)}`,
    "Basic c2I6c2I=",
    `sb_${"0".repeat(64)}`,
  ])("refuses everything with %j", (authorization) => refused(authorization));

  it("refuses everything with a revoked key", async () => {
    const { as, owner } = world();
    const { id, key } = await as(owner).keys.create({ name: "k", days: null });
    expect((await restWith(world(), `Bearer ${key}`)("/me")).status).toBe(200);
    await as(owner).keys.revoke({ id });
    await refused(`Bearer ${key}`);
  });

  it("refuses everything with a key that has expired", async () => {
    const { as, owner, db } = world();
    const { id, key } = await as(owner).keys.create({ name: "k", days: 1 });
    await db.pool.query(
      "UPDATE api_key SET expires_at = now() AT TIME ZONE 'utc' - interval '1 s' WHERE id = $1",
      [id],
    );
    await refused(`Bearer ${key}`);
    const told = await restWith(world(), `Bearer ${key}`)("/me");
    expect(await told.json()).toMatchObject({ detail: "This API key has expired." });
  });

  it("refuses everything with the cookie of a session, which a page of somebody else's could use", async () => {
    const cookie = await site().signIn(world().owner);
    await refused(undefined, { cookie });
  });

  it("refuses everything with the key of somebody who was deleted", async () => {
    const { as, person, db } = world();
    const gone = await person("Gone");
    const { key } = await as(gone).keys.create({ name: "k", days: null });
    await db.pool.query(`DELETE FROM "user" WHERE id = $1`, [gone.userId]);
    await refused(`Bearer ${key}`);
  });
});

describe("REST, before a key is looked at,", () => {
  const ask = (headers: Record<string, string>) =>
    Promise.all(
      endpoints
        .filter(([method]) => method !== "GET")
        .map(([method, path]) =>
          world().http.request(`http://localhost/api/v1${path}`, { method, headers, body: "{}" }),
        ),
    );

  it("refuses every change from a page of somebody else's, as a problem", async () => {
    for (const [name, value] of [
      ["origin", "https://evil.example"],
      ["sec-fetch-site", "cross-site"],
    ] as const) {
      const answers = await ask({ host: "localhost", [name]: value });
      expect(answers.length).toBeGreaterThan(5);
      for (const answer of answers)
        expect(await problemIn(answer)).toEqual({ status: 403, code: "forbidden" });
    }
  });

  it("refuses everything under a name that is not this machine's, as a problem", async () => {
    for (const answer of await ask({ host: "evil.example" }))
      expect(await problemIn(answer)).toEqual({ status: 421, code: "forbidden" });
  });
});

/** "query" or "mutation". */
function typeOf(procedure: unknown): string {
  if (typeof procedure !== "function" || !("_def" in procedure)) throw new TypeError("no procedure");
  return z.object({ type: z.string() }).parse(procedure._def).type;
}

describe("tRPC", () => {
  const procedures = Object.entries<unknown>(appRouter._def.procedures);
  let key = "";
  beforeAll(async () => {
    key = (await world().as(world().owner).keys.create({ name: "k", days: null })).key;
  });

  it.each(procedures.map(([path, procedure]) => [path, typeOf(procedure)] as const))(
    "%s is refused without a session, also with an API key",
    async (path, type) => {
      expect(["query", "mutation", "subscription"]).toContain(type);
      for (const headers of [{}, { authorization: `Bearer ${key}` }]) {
        const method = type === "mutation" ? "POST" : "GET";
        const response = await world().http.request(`http://localhost/api/trpc/${path}`, {
          method,
          headers: { host: "localhost", "content-type": "application/json", ...headers },
          ...(method === "POST" ? { body: "{}" } : {}),
        });
        expect(response.status).toBe(401);
      }
    },
  );
});

it("a key that is sent stands in no log", async () => {
  const lines: string[] = [];
  const write = (...parts: unknown[]): void => void lines.push(JSON.stringify(parts));
  const log = { debug: write, info: write, warn: write, error: write };
  const { createHttpApp } = await import("../../src/http/app.ts");
  const { app, auth, as, owner, db } = world();
  const http = createHttpApp({ ...app, log }, auth, { host: "127.0.0.1", webRoot: "/nowhere" });
  const { key } = await as(owner).keys.create({ name: "k", days: null });
  await db.pool.query("ALTER TABLE project RENAME TO elsewhere");
  try {
    const headers = { host: "localhost", authorization: `Bearer ${key}` };
    const response = await http.request("http://localhost/api/v1/projects", { headers });
    expect(await problemIn(response)).toEqual({ status: 500, code: "internal" });
  } finally {
    await db.pool.query("ALTER TABLE elsewhere RENAME TO project");
  }
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toContain(key.slice(11));
});

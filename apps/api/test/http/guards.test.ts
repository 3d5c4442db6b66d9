import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { createHttpApp } from "../../src/http/app.ts";
import { useSite } from "../helpers/listening.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);

type Answer = { readonly status: number; readonly body: string; readonly headers: Record<string, unknown> };

/** As fetch, but with any Host header. */
function send(path: string, method: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${site().url}${path}`, { method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        body += piece;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, headers: { ...response.headers } }),
      );
    });
    sent.on("error", reject);
    sent.end(method === "POST" ? "{}" : undefined);
  });
}

describe("without a session", () => {
  it.each([
    ["GET", "/api/projects/p/export?format=pairs"],
    ["POST", "/api/projects/p/import?layer=predictions"],
    ["GET", "/api/trpc/projects.list"],
    ["POST", "/api/trpc/projects.create"],
  ])("%s %s is refused", async (method, path) => {
    expect((await send(path, method, { "content-type": "application/json" })).status).toBe(401);
  });

  it.each([
    ["POST", "/api/auth/sign-up/email"],
    ["POST", "/api/auth/sign-in/email"],
    ["GET", "/api/auth/get-session"],
    ["GET", "/api/auth/list-sessions"],
    ["GET", "/api/anything"],
  ])("%s %s does not exist", async (method, path) => {
    expect((await send(path, method, { "content-type": "application/json" })).status).toBe(404);
  });

  it("health answers", async () => {
    expect(await send("/api/health", "GET", {})).toMatchObject({
      status: 200,
      body: JSON.stringify({ status: "ok", version: world().app.version }),
    });
  });
});

describe("a name that is not of this machine", () => {
  it.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]", "192.168.1.5"])(
    "%j is not answered",
    async (host) => {
      expect((await send("/api/health", "GET", { host })).status).not.toBe(200);
    },
  );
  it.each(["localhost:4400", "127.0.0.1", "[::1]:80", "spanbridge.localhost"])("%j is", async (host) => {
    expect((await send("/api/health", "GET", { host })).status).toBe(200);
  });
});

it("a proxy in front has a name of its own", async () => {
  const { app, auth } = world();
  const http = createHttpApp(app, auth, {
    host: "127.0.0.1",
    publicUrl: "https://spans.example.org",
    webRoot: "/nowhere",
  });
  const ask = async (host: string) => (await http.request("/api/health", { headers: { host } })).status;
  expect([await ask("spans.example.org"), await ask("localhost"), await ask("evil.example")]).toEqual([
    200, 200, 421,
  ]);
});

describe("a request that changes something", () => {
  const path = "/api/trpc/projects.create";
  const own = { "content-type": "application/json" };

  it.each<Record<string, string>>([
    { origin: "https://evil.example" },
    { origin: "http://localhost:1" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("with %j is refused", async (headers) => {
    const cookie = await site().signIn(world().owner);
    expect((await send(path, "POST", { ...own, ...headers, cookie })).status).toBe(403);
  });

  it.each<Record<string, string>>([{}, { "sec-fetch-site": "same-origin" }])(
    "with %j is looked at",
    async (headers) => {
      const cookie = await site().signIn(world().owner);
      expect((await send(path, "POST", { ...own, ...headers, cookie })).status).toBe(400);
      expect((await send(path, "POST", { ...own, cookie, origin: site().url })).status).toBe(400);
    },
  );
});

it("every answer carries the headers that keep a browser strict", async () => {
  for (const path of ["/", "/api/health", "/api/nothing", "/assets/x.js"]) {
    const { headers } = await send(path, "GET", {});
    expect(headers["content-security-policy"]).toMatch(/script-src 'self';/);
    expect(headers["content-security-policy"]).toMatch(/frame-ancestors 'none'/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
  }
});

it("an unexpected failure gives a reference and nothing else", async () => {
  const { as, owner, db } = world();
  const cookie = await site().signIn(owner);
  await as(owner).projects.create({ name: "any", sourceLang: "zh" });
  await db.pool.query("ALTER TABLE document RENAME TO elsewhere");
  try {
    const input = encodeURIComponent(JSON.stringify({ project: "any" }));
    const { status, body } = await send(`/api/trpc/documents.list?input=${input}`, "GET", { cookie });
    expect(status).toBe(500);
    expect(body).toMatch(/in the server's log under [0-9a-f]{8}/);
    expect(body).not.toMatch(/relation|does not exist|stack|SELECT/);
  } finally {
    await db.pool.query("ALTER TABLE elsewhere RENAME TO document");
  }
});

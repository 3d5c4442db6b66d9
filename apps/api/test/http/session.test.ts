import { describe, expect, it } from "vitest";
import { z } from "zod";
import { issueLink, issueOwnerLink } from "../../src/auth/issue-link.ts";
import { cookieOf, openLink, useSite } from "../helpers/listening.ts";
import { useWorld } from "../helpers/world.ts";

const answerSchema = z.object({ result: z.object({ data: z.unknown() }) });

const world = useWorld();
const site = useSite(world);
const whoAmI = async (cookie: string): Promise<unknown> => {
  const response = await fetch(`${site().url}/api/trpc/session.me`, { headers: { cookie } });
  return response.ok ? answerSchema.parse(await response.json()).result.data : response.status;
};

describe("a one-time link", () => {
  it("signs its opener in, once", async () => {
    const { db, app, owner } = world();
    const { path } = await issueLink(db.pool, { purpose: "sign_in", userId: owner.userId }, app.now());
    const first = await openLink(site().url, path);
    expect(first.status).toBe(200);
    const cookie = first.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Max-Age=2592000/);
    expect(await whoAmI(cookieOf(first))).toMatchObject({ name: "Olga", role: "owner" });
    const second = await openLink(site().url, path);
    expect(second.status).toBe(401);
    expect(await second.json()).toMatchObject({ code: "LINK_INVALID" });
    expect(second.headers.getSetCookie()).toEqual([]);
  });

  it("is for one of many who open it at the same time", async () => {
    const { db, app, owner } = world();
    const { path } = await issueLink(db.pool, { purpose: "sign_in", userId: owner.userId }, app.now());
    const answers = await Promise.all(Array.from({ length: 8 }, () => openLink(site().url, path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(401)]);
  });

  it("expires", async () => {
    const { db, owner } = world();
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    const { path } = await issueLink(db.pool, { purpose: "sign_in", userId: owner.userId }, longAgo);
    expect((await openLink(site().url, path)).status).toBe(401);
  });

  it("is nowhere in the database as it is", async () => {
    const { db, app, owner } = world();
    const { path } = await issueLink(db.pool, { purpose: "sign_in", userId: owner.userId }, app.now());
    const { rows } = await db.pool.query("SELECT * FROM verification");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(path.split("#")[1]);
  });

  it("is refused whatever else is sent", async () => {
    for (const token of ["", "0".repeat(64), "../../etc"]) {
      expect((await openLink(site().url, `/open#${token}`)).status).toBe(401);
    }
    expect((await openLink(site().url, `/open#${"x".repeat(5000)}`)).status).toBe(400);
  });

  it("brings somebody new into a project, with the role they were given", async () => {
    const { as, owner } = world();
    await as(owner).projects.create({ name: "joint", sourceLang: "zh" });
    const { path } = await as(owner).members.invite({ project: "joint", name: "Mei", role: "annotator" });
    const cookie = cookieOf(await openLink(site().url, path));
    expect(await whoAmI(cookie)).toMatchObject({ name: "Mei", role: "member" });
    const members = await as(owner).members.list({ project: "joint" });
    expect(members).toMatchObject([
      { name: "Olga", role: "owner" },
      { name: "Mei", role: "annotator" },
    ]);
    await as(owner).members.remove({ project: "joint", member: members[1]?.id ?? "" });
    const input = encodeURIComponent(JSON.stringify({ project: "joint" }));
    const gone = await fetch(`${site().url}/api/trpc/projects.get?input=${input}`, { headers: { cookie } });
    expect(gone.status).toBe(404);
  });

  it("leads nowhere when its project has been deleted", async () => {
    const { as, owner } = world();
    await as(owner).projects.create({ name: "short", sourceLang: "zh" });
    const { path } = await as(owner).members.invite({ project: "short", name: "Late", role: "annotator" });
    await as(owner).projects.remove({ project: "short", confirmName: "short" });
    expect((await openLink(site().url, path)).status).toBe(401);
  });
});

describe("the link of a new installation", () => {
  it("makes the first who opens it the owner; a newer one voids it", async () => {
    const { db, app } = world();
    await db.pool.query(`UPDATE "user" SET role = 'member' WHERE role = 'owner'`);
    try {
      const old = await issueOwnerLink(db, app.now());
      const link = await issueOwnerLink(db, app.now());
      expect((await openLink(site().url, old?.path ?? "")).status).toBe(401);
      const cookie = cookieOf(await openLink(site().url, link?.path ?? ""));
      expect(await whoAmI(cookie)).toMatchObject({ name: "Owner", role: "owner" });
      expect(await issueOwnerLink(db, app.now())).toBeUndefined();
    } finally {
      await db.pool.query(`UPDATE "user" SET role = 'owner' WHERE name = 'Olga'`);
    }
  });
});

describe("a session", () => {
  it("ends when one signs out", async () => {
    const cookie = await site().signIn(world().owner);
    const out = await fetch(`${site().url}/api/auth/sign-out`, {
      method: "POST",
      headers: { cookie, origin: site().url, "content-type": "application/json" },
      body: "{}",
    });
    expect(out.status).toBe(200);
    expect(await whoAmI(cookie)).toBe(401);
  });

  it("goes on for another 30 days when it is used", async () => {
    const cookie = await site().signIn(await world().person("Regular"));
    const { pool } = world().db;
    await pool.query(`UPDATE session SET "expiresAt" = "expiresAt" - interval '10 days' WHERE "userId" =
      (SELECT id FROM "user" WHERE name = 'Regular')`);
    const response = await fetch(`${site().url}/api/trpc/session.me`, { headers: { cookie } });
    expect(response.headers.getSetCookie()[0]).toMatch(/Max-Age=2592000/);
    const { rows } = await pool.query<{ days: number }>(
      `SELECT extract(day FROM "expiresAt" - now() AT TIME ZONE 'utc')::int AS days FROM session s
       JOIN "user" u ON u.id = s."userId" WHERE u.name = 'Regular'`,
    );
    expect(rows[0]?.days).toBeGreaterThanOrEqual(29);
  });

  it("cannot be made up", async () => {
    const cookie = await site().signIn(world().owner);
    const value = cookie.slice(cookie.indexOf("=") + 1);
    expect(await whoAmI(cookie.replace(value, `x${value.slice(1)}`))).toBe(401);
    expect(await whoAmI("spanbridge.session_token=owner")).toBe(401);
  });

  it("lets people change their name, not what they may do", async () => {
    const { person } = world();
    const cookie = await site().signIn(await person("Old Name"));
    const change = (body: object) =>
      fetch(`${site().url}/api/auth/update-user`, {
        method: "POST",
        headers: { cookie, origin: site().url, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await change({ name: "New Name" })).status).toBe(200);
    await change({ role: "owner" });
    expect(await whoAmI(cookie)).toMatchObject({ name: "New Name", role: "member" });
  });
});

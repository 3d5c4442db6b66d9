import { describe, expect, it } from "vitest";
import { identifyKey } from "../../src/keys/identify.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();

describe("an API key", () => {
  it("is told once and stored as a hash", async () => {
    const { as, owner, db } = world();
    const { key, prefix, ...made } = await as(owner).keys.create({ name: " nightly export ", days: 90 });
    expect(key).toMatch(/^sb_[0-9a-f]{64}$/);
    expect(key.startsWith(prefix)).toBe(true);
    expect(prefix).toHaveLength(11);
    expect(made).toMatchObject({ name: "nightly export", expired: false, lastUsedAt: null });
    expect(Date.parse(made.expiresAt ?? "") - Date.parse(made.createdAt)).toBe(90 * 24 * 3_600_000);
    const { rows } = await db.pool.query("SELECT * FROM api_key");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(key.slice(prefix.length));
    expect(JSON.stringify(await as(owner).keys.list())).not.toContain(key.slice(prefix.length));
  });

  it("is its person, with what they may do", async () => {
    const { app, as, owner, person } = world();
    const { key } = await as(owner).keys.create({ name: "k", days: null });
    expect(await identifyKey(app, key)).toMatchObject({ kind: "known", actor: owner });
    const otto = await person("Otto");
    const his = await as(otto).keys.create({ name: "k", days: null });
    expect(await identifyKey(app, his.key)).toMatchObject({ kind: "known", actor: otto });
  });

  it("notes when it was last used, to the minute", async () => {
    const { app, as, person } = world();
    const pia = await person("Pia");
    const { key } = await as(pia).keys.create({ name: "k", days: null });
    const lastUsed = async () => (await as(pia).keys.list())[0]?.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    const at = (seconds: number) => ({ ...app, now: () => new Date(Date.UTC(2030, 0, 1, 0, 0, seconds)) });
    await identifyKey(at(0), key);
    expect(await lastUsed()).toBe("2030-01-01T00:00:00.000Z");
    await identifyKey(at(59), key);
    expect(await lastUsed()).toBe("2030-01-01T00:00:00.000Z");
    await identifyKey(at(60), key);
    expect(await lastUsed()).toBe("2030-01-01T00:01:00.000Z");
  });

  it("is nobody's any more once it is revoked or has expired", async () => {
    const { app, as, owner } = world();
    const { id, key } = await as(owner).keys.create({ name: "k", days: 1 });
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    expect(await identifyKey({ ...app, now: () => tomorrow }, key)).toEqual({ kind: "expired" });
    expect(await identifyKey(app, key)).toMatchObject({ kind: "known" });
    expect(await as(owner).keys.revoke({ id })).toEqual({ revoked: true });
    expect(await identifyKey(app, key)).toEqual({ kind: "unknown" });
    expect(await as(owner).keys.revoke({ id })).toEqual({ revoked: false });
  });

  it.each(["", "sb_", `sb_${"0".repeat(64)}`, `sb_${"0".repeat(63)}'`, "x".repeat(10_000)])(
    "cannot be guessed: %#",
    async (key) => {
      expect(await identifyKey(world().app, key)).toEqual({ kind: "unknown" });
    },
  );
});

describe("keys of others", () => {
  it("are neither listed nor revoked, not even by the owner", async () => {
    const { app, as, owner, person } = world();
    const mia = await person("Mia");
    const { id, key } = await as(mia).keys.create({ name: "hers", days: null });
    expect((await as(owner).keys.list()).map(({ name }) => name)).not.toContain("hers");
    expect(await as(owner).keys.revoke({ id })).toEqual({ revoked: false });
    expect(await identifyKey(app, key)).toMatchObject({ kind: "known" });
  });
});

it("a person has at most 50 keys", async () => {
  const { as, person } = world();
  const many = as(await person("Many"));
  for (let index = 0; index < 50; index++) await many.keys.create({ name: `k${index}`, days: null });
  await expect(many.keys.create({ name: "one more", days: null })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

it.each([
  { name: "  ", days: 1 },
  { name: "k", days: 0 },
  { name: "k", days: 3651 },
  { name: "k", days: 1.5 },
])("%j is refused", async (input) => {
  await expect(world().as(world().owner).keys.create(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

import { afterEach, describe, expect, test, vi } from "vitest";
import { useTestDatabase } from "../support/database.ts";

const database = useTestDatabase();

describe("moments mean the same to Prisma and to raw queries", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each(["UTC", "Asia/Kolkata", "America/St_Johns"])("on a machine in %s", async (zone) => {
    vi.stubEnv("TZ", zone);
    const { prisma, pool } = database();
    const moment = new Date("2026-03-29T01:30:00.123Z");
    const project = { slug: zone, name: "한국어", sourceLang: "ko" };
    const { id } = await prisma.project.create({ data: { ...project, archivedAt: moment } });

    const { rows } = await pool.query("SELECT archived_at AS at FROM project WHERE id = $1", [id]);
    expect(rows).toEqual([{ at: moment }]);

    const later = new Date("2026-10-25T01:30:00.456Z");
    await pool.query("UPDATE project SET archived_at = $1, created_at = now() WHERE id = $2", [later, id]);
    const read = await prisma.project.findUniqueOrThrow({ where: { id } });
    expect(read.archivedAt).toEqual(later);
    expect(Math.abs(read.createdAt.getTime() - Date.now())).toBeLessThan(60_000);
  });
});

test("counts are numbers; one that a number cannot hold is an error", async () => {
  const { pool } = database();
  expect((await pool.query("SELECT count(*) AS n FROM segment")).rows).toEqual([{ n: 0 }]);
  await expect(pool.query("SELECT 9007199254740993::bigint")).rejects.toThrow(RangeError);
});

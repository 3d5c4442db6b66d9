import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { readMigrations } from "../../src/db/migrations.ts";
import { diffSchema } from "../../src/db/schema-diff.ts";
import { useTestDatabase } from "../support/database.ts";

const database = useTestDatabase();

test("the migrations build what the Prisma schema describes", async () => {
  const { connection } = database();
  const admin = new pg.Client(connection);
  await admin.connect();
  const scratch = `scratch_${randomUUID().replaceAll("-", "")}`;
  await admin.query(`CREATE DATABASE ${scratch} TEMPLATE template0`);
  try {
    expect(await diffSchema({ ...connection, database: scratch })).toBe("");
  } finally {
    await admin.query(`DROP DATABASE ${scratch} WITH (FORCE)`);
    await admin.end();
  }
});

test("no migration controls transactions itself: each is applied within one", async () => {
  for (const { name, sql } of await readMigrations()) {
    const code = sql.replaceAll(/--.*$/gm, "");
    expect(code, name).not.toMatch(
      /^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|END)\b\s*(TRANSACTION|WORK)?\s*;/im,
    );
    expect(code, name).not.toMatch(/\bCONCURRENTLY\b/i);
  }
});

test("Prisma and the pool see the same rows; counts are numbers", async () => {
  const { prisma, pool } = database();
  await prisma.project.create({ data: { slug: "zh", name: "中文", sourceLang: "zh" } });
  const { rows } = await pool.query("SELECT name, count(*) OVER () AS n FROM project");
  expect(rows).toEqual([{ name: "中文", n: 1 }]);
  expect(inject("cluster").host).not.toBe("");
});

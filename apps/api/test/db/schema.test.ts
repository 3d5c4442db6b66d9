import { expect, test } from "vitest";
import { readMigrations } from "../../src/db/migrations.ts";
import { diffSchema } from "../../src/db/schema-diff.ts";
import { createEmptyDatabase } from "../support/database.ts";

test("the migrations build what the Prisma schema describes", async () => {
  const scratch = await createEmptyDatabase();
  expect(await diffSchema(scratch.connection)).toBe("");
  await scratch.drop();
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

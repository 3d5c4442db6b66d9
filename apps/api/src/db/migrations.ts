import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

export type Migration = {
  /** Name of its directory; migrations are applied in the order of their names. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the SQL in hex, as Prisma keeps it. */
  readonly checksum: string;
};

export const migrationsDir = fileURLToPath(new URL("../../../../prisma/migrations/", import.meta.url));
export const schemaFile = fileURLToPath(new URL("../../../../prisma/schema.prisma", import.meta.url));

export async function readMigrations(dir = migrationsDir): Promise<readonly Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(dir, name)));
}

async function readMigration(dir: string, name: string): Promise<Migration> {
  const text = await readFile(path.join(dir, name, "migration.sql"), "utf8");
  // A checkout on Windows may have changed the line ends; it is the same migration all the same.
  const sql = text.replaceAll("\r\n", "\n");
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

/**
 * Writes and checks database migrations without a database server of your own.
 *
 *   node scripts/migration.ts status         says whether the migrations build what prisma/schema.prisma describes
 *   node scripts/migration.ts create NAME    writes the difference as prisma/migrations/NNNN_NAME/migration.sql
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Cluster, openCluster } from "../apps/api/src/db/cluster/index.ts";
import { silentLog } from "../apps/api/src/db/log.ts";
import { migrationsDir, readMigrations } from "../apps/api/src/db/migrations.ts";
import { diffSchema } from "../apps/api/src/db/schema-diff.ts";

const [command, name] = process.argv.slice(2);
switch (command) {
  case "status":
    await status();
    break;
  case "create":
    await create(name ?? "");
    break;
  default:
    console.error("Usage: node scripts/migration.ts status | create NAME");
    process.exitCode = 2;
}

async function status(): Promise<void> {
  const sql = await inScratchDatabase(diffSchema);
  if (sql === "") {
    console.log("The migrations build what prisma/schema.prisma describes.");
    return;
  }
  console.error(`prisma/schema.prisma is ahead of the migrations by:\n\n${sql}\n`);
  console.error('Write a migration with "node scripts/migration.ts create NAME".');
  process.exitCode = 1;
}

async function create(label: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(label)) {
    console.error("NAME: lower-case letters, digits and underscores, such as add_notes");
    process.exitCode = 2;
    return;
  }
  const sql = await inScratchDatabase(diffSchema);
  if (sql === "") {
    console.log("There is nothing to write: the migrations build what prisma/schema.prisma describes.");
    return;
  }
  const last = (await readMigrations()).at(-1)?.name ?? "0000";
  const number = String(Number.parseInt(last, 10) + 1).padStart(4, "0");
  const dir = path.join(migrationsDir, `${number}_${label}`);
  await mkdir(dir);
  await writeFile(path.join(dir, "migration.sql"), `${sql}\n`);
  console.log(`Wrote ${path.relative(process.cwd(), dir)}/migration.sql. Read it before you commit it.`);
}

/** Runs `work` on an empty database of a cluster that is gone afterwards. */
async function inScratchDatabase<T>(work: (config: Cluster["connection"]) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "spanbridge-migration-"));
  try {
    const cluster = await openCluster({ dataDir, log: silentLog, settings: { fsync: "off" } });
    try {
      return await work(cluster.connection);
    } finally {
      await cluster.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

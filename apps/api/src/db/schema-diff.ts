import { readFile } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { type Migration, migrationsDir, readMigrations, schemaFile } from "./migrations.ts";

/**
 * The SQL that leads from what the migrations build to what the schema says; empty when they agree.
 *
 * @param scratch an empty database in which the migrations are built
 */
export async function diffSchema(scratch: pg.ClientConfig): Promise<string> {
  const migrations = await readMigrations();
  const schema = { path: schemaFile, content: await readFile(schemaFile, "utf8") };
  const pool = new pg.Pool(scratch);
  // That the scratch database goes while a connection is still being closed is no error.
  pool.on("error", () => undefined);
  const engine = await SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factoryOn(pool)),
  );
  try {
    const difference = await engine.diff({
      from: { tag: "migrations", ...migrationList(migrations) },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = difference.stdout?.trim() ?? "";
    return /^-- This is an empty migration\.?$/.test(sql) ? "" : sql;
  } finally {
    engine.free();
    await pool.end();
  }
}

type AdapterFactory = Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0];

/**
 * PrismaPg for the schema engine. PrismaPg itself would make a further database to build the migrations in, with
 * connections that nobody closes. And it refuses to read the one-byte type "char" of PostgreSQL's catalogue (7.10 lacks
 * the case), which the engine asks for: such columns pass it under the flag of a type that the catalogue does not use and
 * that is read as plain text as well, and get their own back behind it.
 */
function factoryOn(pool: pg.Pool): AdapterFactory {
  const factory = new PrismaPg(pool);
  pool.on("connect", (client) => {
    client.connection.prependListener("rowDescription", ({ fields }: { fields: pg.FieldDef[] }) => {
      for (const field of fields) {
        if (field.dataTypeID === pg.types.builtins.CHAR) field.dataTypeID = pg.types.builtins.UUID;
      }
    });
  });
  const connect = async (): Promise<Awaited<ReturnType<AdapterFactory["connect"]>>> => {
    const adapter = await factory.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: connect,
  };
}

type MigrationList = Parameters<SchemaEngine["applyMigrations"]>[0]["migrationsList"];

function migrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: migrationsDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

import pg from "pg";
import { codeOf, DatabaseFailure, describeCause } from "./problem.ts";

/** As `server_version_num`: major version times 10,000. */
const OLDEST_SERVER = 150_000;

/** How we reach the server that DATABASE_URL names. */
export function parseDatabaseUrl(url: string): pg.ClientConfig {
  const config: pg.ClientConfig = { connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true };
  const schema = new URL(url).searchParams.get("schema");
  if (schema !== null && schema !== "public") {
    throw new DatabaseFailure(
      "badUrl",
      `DATABASE_URL asks for the schema "${schema}"; Spanbridge uses "public". Give it a database of its own and leave the schema out.`,
    );
  }
  return config;
}

/** Connects once and looks whether we can work with this server. @throws DatabaseFailure */
export async function checkServer(config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(config);
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encoding: string }>(
      "SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
    );
    requireVersion(Number(rows[0]?.version));
    requireEncoding(rows[0]?.encoding ?? "");
  } catch (error) {
    throw error instanceof DatabaseFailure ? error : connectionFailure(error, placeOf(client));
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @param version as in `server_version_num` */
export function requireVersion(version: number): void {
  if (version >= OLDEST_SERVER) return;
  throw new DatabaseFailure(
    "serverTooOld",
    `The server that DATABASE_URL names runs PostgreSQL ${Math.floor(version / 10_000)}; Spanbridge needs 15 or newer. Upgrade it, or leave DATABASE_URL unset to use the embedded database.`,
  );
}

function requireEncoding(encoding: string): void {
  if (encoding === "UTF8") return;
  throw new DatabaseFailure(
    "wrongEncoding",
    `The database that DATABASE_URL names stores text as ${encoding}; Spanbridge needs UTF8. Create one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
  );
}

/** Host and port; never the password. */
function placeOf(client: pg.Client): string {
  return client.host.startsWith("/") ? client.host : `${client.host}:${client.port}`;
}

export function connectionFailure(error: unknown, place: string): DatabaseFailure {
  switch (codeOf(error)) {
    case "28P01":
    case "28000":
      return new DatabaseFailure(
        "accessDenied",
        `The PostgreSQL server at ${place} refuses the user or password of DATABASE_URL: ${describeCause(error)}.`,
        error,
      );
    case "3D000":
      return new DatabaseFailure(
        "noSuchDatabase",
        `The PostgreSQL server at ${place} has no such database: ${describeCause(error)}. Create it with createdb.`,
        error,
      );
    default:
      return new DatabaseFailure(
        "unreachable",
        `The PostgreSQL server at ${place} that DATABASE_URL names does not answer: ${describeCause(error)}. Start it, or leave DATABASE_URL unset to use the embedded database.`,
        error,
      );
  }
}

/**
 * A process that opens the database of a data directory, for tests that kill it:
 *
 *   node database-process.ts cluster|database|server DATA_DIR
 *
 * Says one line of JSON when it is open, and closes when its standard input ends.
 */
import { openCluster } from "../../src/db/cluster/index.ts";
import type { Log } from "../../src/db/log.ts";
import { openDatabase } from "../../src/db/open.ts";
import { DatabaseFailure } from "../../src/db/problem.ts";
import { claimServer } from "../../src/db/server-lock.ts";

export type Said =
  | { readonly kind: "open"; readonly host: string | undefined }
  | { readonly kind: "running"; readonly url: string | undefined }
  | { readonly kind: "failed"; readonly problem: string; readonly userMessage: string };

const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`);
const write = (fields: object | string, message = ""): void =>
  void process.stderr.write(`${JSON.stringify(fields)} ${message}\n`);
const log: Log = { debug: write, info: write, warn: write, error: write };

const [mode = "", dataDir = ""] = process.argv.slice(2);
try {
  const close = await open();
  process.stdin.on("end", () => {
    void close().then(() => process.exit());
  });
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof DatabaseFailure)) throw error;
  say({ kind: "failed", problem: error.problem.kind, userMessage: error.problem.userMessage });
}

async function open(): Promise<() => Promise<void>> {
  if (mode === "cluster") {
    const cluster = await openCluster({ dataDir, log });
    say({ kind: "open", host: cluster.connection.host });
    return cluster.close;
  }
  const opened = await openDatabase({ dataDir, databaseUrl: undefined }, log);
  if (!opened.ok) {
    say({ kind: "failed", problem: opened.error.kind, userMessage: opened.error.userMessage });
    return async () => undefined;
  }
  const database = opened.value;
  if (mode !== "server") {
    say({ kind: "open", host: database.connection.host });
    return database.close;
  }
  const claim = await claimServer(database, { log, onLost: () => process.exit(3) });
  if (claim.kind === "running") {
    await database.close();
    say({ kind: "running", url: claim.url });
    return async () => undefined;
  }
  await claim.announce(`http://127.0.0.1:${process.pid}/`);
  say({ kind: "open", host: database.connection.host });
  return async () => {
    await claim.release();
    await database.close();
  };
}

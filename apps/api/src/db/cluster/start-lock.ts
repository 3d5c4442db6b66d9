import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../log.ts";
import { DatabaseFailure, notWritable } from "../problem.ts";

export type StartLock = { readonly release: () => void };

const SQLITE_BUSY = 5;
const SQLITE_CANTOPEN = 14;
const pollMs = 25;

/**
 * Lets one process at a time start, adopt or stop the cluster of a data directory.
 *
 * Node has no file lock of its own; an exclusive transaction on an empty SQLite file is one, on every platform. The
 * kernel drops it with the process that held it, so it cannot get stuck.
 */
export async function acquireStartLock(file: string, log: Log, patienceMs = 120_000): Promise<StartLock> {
  const giveUpAt = performance.now() + patienceMs;
  let told = false;
  for (;;) {
    const lock = tryLock(file);
    if (lock !== undefined) return lock;
    if (!told) {
      told = true;
      log.info("another Spanbridge process is starting or stopping the database; waiting for it");
    }
    if (performance.now() > giveUpAt) {
      throw new DatabaseFailure(
        "busy",
        "Another Spanbridge process has been starting or stopping the database for two minutes. End it, then start again.",
      );
    }
    await delay(pollMs);
  }
}

function tryLock(file: string): StartLock | undefined {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(file, { timeout: 0 });
    connection.exec("BEGIN EXCLUSIVE");
    const held = connection;
    return { release: () => held.close() };
  } catch (error) {
    connection?.close();
    switch (sqliteCode(error)) {
      case SQLITE_BUSY:
        return undefined;
      case SQLITE_CANTOPEN:
        throw notWritable(path.dirname(file), `cannot open ${file}`);
      default:
        throw error;
    }
  }
}

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  // The low byte is the primary code; the rest says which flavour of it.
  return typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
}

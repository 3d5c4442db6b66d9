import { statfs } from "node:fs/promises";
import { DatabaseFailure, diskFull, notWritable, shown } from "../problem.ts";
import type { Layout } from "./layout.ts";

const tooLittle = 1024 * 1024;

/**
 * Turns the last words of a PostgreSQL program into a problem for the user.
 *
 * @param words what it wrote to its log or its standard error; empty when it could not even do that
 * @param userMessage makes a sentence around the gist of words that mean nothing to us
 */
export async function explain(
  words: string,
  layout: Layout,
  userMessage: (gist: string) => string,
): Promise<DatabaseFailure> {
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(words)) {
    return diskFull(layout.dataDir, words);
  }
  if (/Read-only file system/.test(words)) {
    return notWritable(layout.dataDir, words, "It is on a read-only file system.");
  }
  if (/Permission denied|wrong ownership/.test(words)) return notWritable(layout.dataDir, words);
  if (/incompatible with server/.test(words))
    return otherVersion(layout, "does not fit this PostgreSQL", words);
  if (words.trim() === "" && (await freeBytes(layout.dataDir)) < tooLittle) {
    return diskFull(layout.dataDir, "PostgreSQL ended without a word and there is no space left");
  }
  return new DatabaseFailure(
    "startFailed",
    userMessage(gist(words) || "PostgreSQL ended without a word"),
    words,
  );
}

export function otherVersion(layout: Layout, what: string, cause?: unknown): DatabaseFailure {
  return new DatabaseFailure(
    "otherPostgresVersion",
    `${shown(layout.cluster)} ${what}. Start it with the Spanbridge that made it and export your projects there, or set SPANBRIDGE_DATA to a new directory.`,
    cause,
  );
}

/** The last thing PostgreSQL called an error, else its last line. */
function gist(words: string): string {
  // What it said to clients that came too early (ourselves) is no reason.
  const lines = words
    .trim()
    .split("\n")
    .filter((line) => !line.includes("the database system is"));
  const grave = lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line)) ?? lines.at(-1) ?? "";
  return grave.replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, "").trim();
}

async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

import { homedir } from "node:os";

/** Everything that can keep the database from opening, in words a user can act on. */
export type DatabaseProblem = {
  readonly kind: DatabaseProblemKind;
  /** What is wrong and what to do about it. Never holds a password. */
  readonly userMessage: string;
  /** For the log: the words of PostgreSQL or the operating system. */
  readonly detail: string;
};

export type DatabaseProblemKind =
  | "unsupportedPlatform"
  | "rootRefused"
  | "notWritable"
  | "diskFull"
  | "otherPostgresVersion"
  | "busy"
  | "startFailed"
  | "badUrl"
  | "unreachable"
  | "accessDenied"
  | "noSuchDatabase"
  | "serverTooOld"
  | "wrongEncoding"
  | "newerData"
  | "migrationsDiffer"
  | "migrationFailed"
  | "olderServerRunning";

/** Carries a problem through code that unwinds by exceptions; `openDatabase` turns it into a value. */
export class DatabaseFailure extends Error {
  readonly problem: DatabaseProblem;

  constructor(kind: DatabaseProblemKind, userMessage: string, cause?: unknown) {
    const detail = cause === undefined ? userMessage : describeCause(cause);
    super(`${kind}: ${detail}`, cause instanceof Error ? { cause } : undefined);
    this.name = "DatabaseFailure";
    this.problem = { kind, userMessage, detail };
  }
}

/** The code of a Node system error or the SQLSTATE of a PostgreSQL error. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

export function describeCause(cause: unknown): string {
  if (typeof cause === "string") return cause;
  // A failed connection to a name with several addresses is an AggregateError without a message of its own.
  if (cause instanceof AggregateError) return cause.errors.map(describeCause).join("; ");
  return cause instanceof Error ? cause.message : String(cause);
}

/** Explains a failed file operation below `dir`; any other error comes back as it is. */
export function fileFailure(error: unknown, dir: string): unknown {
  switch (codeOf(error)) {
    case "EACCES":
    case "EPERM":
      return notWritable(dir, error);
    case "EROFS":
      return notWritable(dir, error, "It is on a read-only file system.");
    case "ENOTDIR":
    case "EEXIST":
      return notWritable(dir, error, "There is a file where a directory should be.");
    case "ENOSPC":
    case "EDQUOT":
      return diskFull(dir, error);
    default:
      return error;
  }
}

export function notWritable(
  dir: string,
  cause: unknown,
  why = "You may lack the permission.",
): DatabaseFailure {
  return new DatabaseFailure(
    "notWritable",
    `Spanbridge cannot write to its data directory ${shown(dir)}. ${why} Make it writable for you, or set SPANBRIDGE_DATA to another directory.`,
    cause,
  );
}

export function diskFull(dir: string, cause: unknown): DatabaseFailure {
  return new DatabaseFailure(
    "diskFull",
    `There is no space left for the database in ${shown(dir)}. Free some space and start again; nothing that was saved is lost.`,
    cause,
  );
}

/** A path as a user writes it: with ~ for the home directory. */
export function shown(file: string): string {
  const home = homedir();
  return file === home || file.startsWith(`${home}/`) ? `~${file.slice(home.length)}` : file;
}

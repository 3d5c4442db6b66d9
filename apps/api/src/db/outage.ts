import { codeOf } from "./problem.ts";

/** Codes of Node and classes of SQLSTATE that say that the database is gone, going or full, not that we did wrong. */
const codes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|08...|53...|57P0.)$/;
const messages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Whether an error of the database driver may be gone when one tries again. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return codes.test(codeOf(error) ?? "") || messages.test(error.message);
}

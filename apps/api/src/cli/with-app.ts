import type { App } from "../app.ts";
import { createApp } from "../create-app.ts";
import { openDatabase } from "../db/open.ts";
import { type Env, readEnv } from "../env.ts";
import { AppError } from "../error.ts";
import { createLog } from "../log.ts";
import { tellable } from "../problem.ts";
import { interruption } from "./interruption.ts";

export type CliContext = { readonly app: App; readonly env: Env; readonly signal: AbortSignal };

/** What a command says when it cannot do what was asked; no bug, so no stack. */
const complain = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

/**
 * Opens the installation for one command and closes it again. `work` answers the exit code. Ctrl-C asks `work` to give
 * up and waits for it; a second one does not wait.
 */
export async function withApp(work: (context: CliContext) => Promise<number>): Promise<void> {
  const env = readEnv();
  if (!env.ok) {
    complain(env.error.userMessage);
    process.exitCode = 1;
    return;
  }
  const { signal, stop } = interruption();
  const log = createLog("warn");
  const database = await openDatabase(env.value, log, { poolSize: 3 });
  if (!database.ok) {
    complain(database.error.userMessage);
    process.exitCode = 1;
    stop();
    return;
  }
  const app = createApp(database.value, log);
  try {
    process.exitCode = await work({ app, env: env.value, signal });
  } catch (error) {
    const told = error instanceof AppError ? error : tellable(error, log, "command");
    complain(told.userMessage);
    process.exitCode = 1;
  } finally {
    await app.jobs.stop();
    await database.value.close();
    stop();
  }
}

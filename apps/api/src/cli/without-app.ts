import { AppError } from "../error.ts";
import { interruption } from "./interruption.ts";

/**
 * Runs a command that needs no installation: an expected failure is a sentence on stderr and exit code 1. `signal` is
 * aborted by Ctrl-C for commands that end in order; the others end at once, as without a handler.
 */
export async function withoutApp(
  work: (() => Promise<number>) | ((signal: AbortSignal) => Promise<number>),
): Promise<void> {
  const { signal, stop } = work.length === 0 ? undisturbed() : interruption();
  try {
    process.exitCode = await work(signal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.userMessage}\n`);
    process.exitCode = 1;
  } finally {
    stop();
  }
}

const undisturbed = () => ({ signal: new AbortController().signal, stop: (): void => undefined });

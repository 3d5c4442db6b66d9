import { AppError } from "../error.ts";

/** Runs a command that needs no installation: an expected failure is a sentence on stderr and exit code 1. */
export async function withoutApp(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.userMessage}\n`);
    process.exitCode = 1;
  }
}

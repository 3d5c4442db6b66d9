const LAUNCHER_CHECK_MS = 500;

/** Takes apart what a process has started, the last first, and ends it. */
export class Shutdown {
  readonly #steps: (() => Promise<void>)[] = [];
  #ending: Promise<void> | undefined;

  /** Something to stop at the end. What is started while we are stopping already is stopped at once. */
  defer(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /** Says why and ends with exit code 1. */
  fail(message: string): void {
    process.stderr.write(`${message}\n`);
    void this.end(1);
  }

  /** Ctrl-C and `kill` end the process in order; a second one ends it at once. */
  onSignals(): void {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (this.#ending) process.exit(130);
        void this.end(0);
      });
    }
  }

  /**
   * Ends the process in order when the npm that runs it is gone. `kill` of npm reaches npm's shell and not us: without
   * this a server would stay behind that nobody sees. `parent` is the shell; a process without npm is nobody's child.
   */
  onLauncherGone(launchedByNpm: boolean, parent: number = process.ppid): void {
    if (!launchedByNpm) return;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      void this.end(0);
    }, LAUNCHER_CHECK_MS);
    watch.unref();
  }

  end(code: number): Promise<void> {
    this.#ending ??= this.#run(code);
    return this.#ending;
  }

  async #run(code: number): Promise<void> {
    let failed = false;
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      await step().catch((error: unknown) => {
        failed = true;
        process.stderr.write(`While stopping: ${error instanceof Error ? error.message : error}\n`);
      });
    }
    process.exit(failed ? 1 : code);
  }
}

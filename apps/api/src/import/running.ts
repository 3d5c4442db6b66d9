import type { ImportProgress } from "@spanbridge/shared/contracts";
import { AppError } from "../error.ts";
import type { ImportTally } from "./report.ts";

/** How far the imports are that run in this process. */
export class RunningImports {
  readonly #running = new Map<string, { readonly userId: string; readonly tally: ImportTally }>();

  /** Shows an import's progress while `work` is under way. */
  async during<T>(importId: string, userId: string, tally: ImportTally, work: () => Promise<T>): Promise<T> {
    if (this.#running.has(importId)) {
      throw new AppError("conflict", "An import with this id is running already.");
    }
    this.#running.set(importId, { userId, tally });
    try {
      return await work();
    } finally {
      this.#running.delete(importId);
    }
  }

  /** Undefined where this person has no such import running. */
  progressOf(importId: string, userId: string): ImportProgress | undefined {
    const found = this.#running.get(importId);
    return found?.userId === userId ? found.tally.progress : undefined;
  }
}

import type { EvaluationProgress } from "@spanbridge/shared/contracts";

/** How far the evaluations are that run in this process. */
export class RunningEvaluations {
  readonly #running = new Map<string, { readonly userId: string; progress: EvaluationProgress }>();

  /** Without an id nobody can ask for it. One id may be given again once it has ended. */
  begin(
    id: string | undefined,
    userId: string,
  ): { readonly tell: (done: number, total: number) => void; readonly end: () => void } {
    const entry = { userId, progress: { done: 0, total: 0 } };
    if (id !== undefined) this.#running.set(id, entry);
    return {
      tell: (done, total) => {
        entry.progress = { done, total };
      },
      end: () => {
        if (id !== undefined && this.#running.get(id) === entry) this.#running.delete(id);
      },
    };
  }

  /** Undefined where this person has no such evaluation running. */
  progressOf(id: string, userId: string): EvaluationProgress | undefined {
    const found = this.#running.get(id);
    return found?.userId === userId ? found.progress : undefined;
  }
}

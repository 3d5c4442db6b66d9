import { type History, transactionSchema } from "@spanbridge/shared";
import { z } from "zod";

export const historySchema: z.ZodType<History> = z.object({
  done: z.array(transactionSchema),
  undone: z.array(transactionSchema),
});

/**
 * Where what a person can take back outlives the tab, segment by segment. A history that is lost costs no edit: a browser
 * that keeps nothing may answer that it knows nothing.
 */
export type Memories = {
  /** With nothing in it, it is forgotten. */
  readonly put: (number: number, history: History) => Promise<void>;
  readonly get: (number: number) => Promise<History | undefined>;
  /** Segments where something can be taken back, the one where something was done last at the end. */
  readonly numbers: () => Promise<readonly number[]>;
};

import type { GivenUp } from "../queue/queue.ts";

/** A given-up edit in two sentences: what happened, and what the person had done. */
export function wordsOf({ kind, by, message, transaction }: GivenUp): { who: string; yours: string } {
  const yours = transaction.origin === "undo" ? `taking back "${transaction.title}"` : transaction.title;
  if (kind === "refused") return { who: `The server did not take it. ${message}`, yours };
  return { who: by ? `${by} changed this meanwhile. ${message}` : message, yours };
}

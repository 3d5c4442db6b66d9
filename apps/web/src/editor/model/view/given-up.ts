import type { GivenUp } from "../queue/queue.ts";

/** A given-up edit in two sentences: what happened, and what the person, called `you`, had done. */
export function wordsOf(
  { kind, by, message, transaction }: GivenUp,
  you: string,
): { who: string; yours: string } {
  const yours = transaction.origin === "undo" ? `taking back "${transaction.title}"` : transaction.title;
  if (kind === "refused") return { who: `The server did not take it. ${message}`, yours };
  // The same person in another tab, or on another computer.
  const whose = by !== null && by === you ? "You" : by;
  const where = whose === "You" ? " elsewhere" : "";
  return { who: whose ? `${whose} changed this${where} meanwhile. ${message}` : message, yours };
}

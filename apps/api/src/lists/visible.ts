import { isListHidden } from "../db/segment-lists.ts";
import type { Querier } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import type { Access } from "../projects/access.ts";

export const noSuchList = (): AppError =>
  new AppError("not_found", "This list of segments is not kept any more, or not for you to see.");

/** Fails where the queue is asked to walk through a list that is gone or that this person may not see. */
export async function requireList(
  querier: Querier,
  { id, mayManage }: Pick<Access, "id" | "mayManage">,
  list: string | undefined,
): Promise<void> {
  if (list === undefined) return;
  const hidden = await isListHidden(querier, id, list);
  if (hidden === undefined || (hidden && !mayManage)) throw noSuchList();
}

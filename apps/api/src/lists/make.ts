import type { SegmentList } from "@spanbridge/shared/contracts";
import { findList, keepList, type NewList } from "../db/segment-lists.ts";
import type { Querier } from "../db/transaction.ts";

/** Keeps segments as a list that the review screen can walk through, and says where to begin. */
export async function makeList(querier: Querier, list: NewList): Promise<SegmentList> {
  const found = await findList(querier, list.projectId, await keepList(querier, list));
  if (!found) throw new Error("A list that was just kept is gone.");
  const { id, segments, start, origin } = found;
  return { id, segments, start, origin };
}

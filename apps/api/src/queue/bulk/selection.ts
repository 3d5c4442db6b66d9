import type { BulkAction, QueueFilter } from "@spanbridge/shared/contracts";
import type { App } from "../../app.ts";
import { requireList } from "../../lists/visible.ts";
import type { Access } from "../../projects/access.ts";
import type { Ordered } from "../ordered.ts";

/** The part of a filtered queue that an action is for; undefined where the filter already rules that out. */
export function narrowed(filter: QueueFilter, action: BulkAction): QueueFilter | undefined {
  switch (action.kind) {
    case "accept":
      return (filter.states.length === 0 || filter.states.includes("pending")) && filter.worth !== true
        ? { ...filter, states: ["pending"], worth: false }
        : undefined;
    case "reset": {
      const states = (["accepted", "rejected", "skipped"] as const).filter(
        (state) => filter.states.length === 0 || filter.states.includes(state),
      );
      return states.length > 0 ? { ...filter, states } : undefined;
    }
    case "assign":
      return filter;
  }
}

/** The segments an action is for, as they are now. */
export async function selected(
  app: App,
  project: Access,
  filter: QueueFilter,
  action: BulkAction,
): Promise<Ordered | undefined> {
  await requireList(app.db.pool, project, filter.list);
  const fitting = narrowed(filter, action);
  return fitting && (await app.queueLists.get(app.db.pool, project.id, fitting, undefined)).numbers;
}

/** Accepting is what reviewers do; taking others' decisions back and giving out work is the managers'. */
export const rightFor = (action: BulkAction): "review" | "manage" =>
  action.kind === "accept" ? "review" : "manage";

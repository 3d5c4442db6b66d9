import {
  commands,
  digestOf,
  type ReviewState,
  TRANSACTION_VERSION,
  type Transaction,
  transactionId,
} from "@spanbridge/shared";
import type { BulkResult, bulkSchema } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { z } from "zod";
import type { Actor } from "../../actor.ts";
import type { App } from "../../app.ts";
import { assign } from "../../db/bulk.ts";
import { listMembers } from "../../db/members.ts";
import type { SegmentState } from "../../db/segment-state.ts";
import { AppError } from "../../error.ts";
import { type Access, accessToChange } from "../../projects/access.ts";
import { changeMany } from "./run.ts";
import { rightFor, selected } from "./selection.ts";

/** Does it to every segment of the queue that the action is for. Each is looked at again before it changes. */
export async function applyBulk(
  app: App,
  actor: Actor,
  { project: slug, filter, action }: z.output<typeof bulkSchema>,
): Promise<BulkResult> {
  const project = await accessToChange(app, actor, slug, rightFor(action));
  const list = await selected(app, project, filter, action);
  const numbers = list?.slice(0, list.size) ?? [];
  if (action.kind === "assign") {
    await assertMember(app, project, action.assignee);
    const changed = await assign(app.db.pool, project.id, numbers, action.assignee);
    return { batch: null, changed, left: numbers.length - changed };
  }
  if (numbers.length === 0) return { batch: null, changed: 0, left: 0 };
  const batch = v7();
  const change = action.kind === "accept" ? acceptance : reset;
  const changed = await changeMany(app, actor.userId, project, batch, numbers, change);
  return { batch, changed, left: numbers.length - changed };
}

const acceptance = ({ annotation, evidence }: SegmentState): Transaction | undefined =>
  annotation.review.state === "pending" && digestOf(annotation, evidence).worth === 0
    ? decided(annotation, "accepted", "Accept, with all that no signal touches")
    : undefined;

const reset = ({ annotation }: SegmentState): Transaction | undefined =>
  annotation.review.state === "pending"
    ? undefined
    : decided(annotation, "pending", "Set back to pending, with others");

const decided = (annotation: SegmentState["annotation"], state: ReviewState, title: string): Transaction => ({
  id: transactionId(v7()),
  version: TRANSACTION_VERSION,
  origin: "human",
  title,
  edits: [...commands.setReview(annotation, state)],
});

async function assertMember(app: App, { id, name }: Access, userId: string | null): Promise<void> {
  if (userId === null) return;
  const members = await listMembers(app.db.pool, id);
  if (!members.some((member) => member.id === userId)) {
    throw new AppError("invalid_input", `This person is not a member of "${name}".`);
  }
}

import { z } from "zod";
import type { NoteId } from "../ids.ts";
import { storableText } from "../text/storable.ts";

export const reviewStates = ["pending", "accepted", "rejected", "skipped"] as const;
/** `pending`: nobody has decided. `skipped`: somebody looked and left it for later. */
export type ReviewState = (typeof reviewStates)[number];

/** What was decided about a segment as a whole. A rejection states its reason; nothing else has one. */
export type Review = { readonly state: ReviewState; readonly reason: string };

export const reviewSchema = z
  .object({ state: z.enum(reviewStates), reason: storableText(2000) })
  .refine(isReviewWhole, "A rejection needs a reason, and only a rejection has one.");

/** Whether a reason is given exactly where one is needed. */
export function isReviewWhole({ state, reason }: Review): boolean {
  return state === "rejected" ? reason.trim() !== "" : reason === "";
}

export const pendingReview: Review = { state: "pending", reason: "" };

export const isReviewed = (state: ReviewState): boolean => state === "accepted" || state === "rejected";

/** A remark on a segment by one person. `at` is an ISO 8601 time in UTC. */
export type Note = {
  readonly id: NoteId;
  readonly text: string;
  readonly author: string;
  readonly at: string;
};

export const noteSchema = z.object({
  id: storableText(200)
    .min(1)
    .transform((value) => value as NoteId),
  text: storableText(10_000).min(1),
  author: storableText(200),
  at: z.iso.datetime(),
});

/** Order of writing: by time, then by id so that the order is total. */
export function compareNotes(a: Note, b: Note): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

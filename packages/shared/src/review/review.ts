import { z } from "zod";
import type { NoteId } from "../ids.ts";

export const reviewStates = ["pending", "accepted", "rejected", "skipped"] as const;
/** `pending`: nobody has decided. `skipped`: somebody looked and left it for later. */
export type ReviewState = (typeof reviewStates)[number];

/** What was decided about a segment as a whole. A rejection states its reason; nothing else has one. */
export type Review = { readonly state: ReviewState; readonly reason: string };

export const reviewSchema = z
  .object({ state: z.enum(reviewStates), reason: z.string().max(2000) })
  .refine(({ state, reason }) => (state === "rejected" ? reason.trim() !== "" : reason === ""), {
    message: "A rejection needs a reason, and only a rejection has one.",
  });

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
  id: z
    .string()
    .min(1)
    .max(200)
    .transform((value) => value as NoteId),
  text: z.string().min(1).max(10_000),
  author: z.string().max(200),
  at: z.iso.datetime(),
});

import {
  type Annotation,
  commands,
  type Edit,
  range,
  spanId,
  TRANSACTION_VERSION,
  type Transaction,
  transactionId,
} from "@spanbridge/shared";
import { v7 } from "uuid";
import type { Actor } from "../../src/actor.ts";

export const transaction = (
  edits: readonly Edit[],
  origin: Transaction["origin"] = "human",
): Transaction => ({
  id: transactionId(v7()),
  version: TRANSACTION_VERSION,
  origin,
  title: "test",
  edits: [...edits],
});

export const accept = (annotation: Annotation): Transaction =>
  transaction(commands.setReview(annotation, "accepted"));

export const flag = (annotation: Annotation): Transaction => transaction(commands.setFlag(annotation, true));

/** Adds a span on the source side. */
export const addSpan = (
  annotation: Annotation,
  start: number,
  end: number,
  label: string,
  { userId }: Actor,
) => transaction(commands.addSpan(annotation, "source", range(start, end), label, spanId(v7()), userId));

import {
  type Edit,
  type Span,
  TRANSACTION_VERSION,
  type Transaction,
  transactionId,
} from "@spanbridge/shared";
import { v7 } from "uuid";
import { appendEvents } from "../db/edit-events.ts";
import { annotationsWith, type LabelledAnnotation, writeAnnotations } from "../db/label-usage.ts";
import type { Tx } from "../db/transaction.ts";

/**
 * Lets all spans of a project follow the new names of their labels, in every layer. What people work on changes by a
 * transaction in its log like any other: a client that has the segment open meets a stale base and rebases. Provenance
 * stays: nobody has touched the spans.
 */
export async function relabel(
  tx: Tx,
  userId: string,
  projectId: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  for await (const batch of annotationsWith(tx, projectId, [...names.keys()])) {
    const affected = batch.filter(({ body }) => body.spans.some(({ label }) => names.has(label)));
    const reviewed = affected.filter(({ kind }) => kind === "review");
    await appendEvents(
      tx,
      userId,
      reviewed.map(({ segmentId, layerId, seq, body }) => ({
        segmentId,
        layerId,
        seq: seq + 1,
        transaction: transactionOf(body.spans, names),
      })),
    );
    await writeAnnotations(
      tx,
      affected.map((one) => renamed(one, names)),
    );
  }
}

function renamed(one: LabelledAnnotation, names: ReadonlyMap<string, string>): LabelledAnnotation {
  const spans = one.body.spans.map((span) => ({ ...span, label: names.get(span.label) ?? span.label }));
  return { ...one, seq: one.kind === "review" ? one.seq + 1 : one.seq, body: { ...one.body, spans } };
}

function transactionOf(spans: readonly Span[], names: ReadonlyMap<string, string>): Transaction {
  const edits = spans.flatMap(({ id, start, end, label, provenance }): Edit[] => {
    const next = names.get(label);
    const same = { start, end, provenance };
    return next === undefined
      ? []
      : [{ kind: "change_span", id, before: { ...same, label }, after: { ...same, label: next } }];
  });
  return {
    id: transactionId(v7()),
    version: TRANSACTION_VERSION,
    origin: "human",
    title: titleOf(names),
    edits,
  };
}

function titleOf(names: ReadonlyMap<string, string>): string {
  const [first] = names;
  return names.size === 1 && first
    ? `Rename the label ${first[0]} to ${first[1]}`
    : `Rename ${names.size} labels`;
}

import { z } from "zod";
import type { Annotation } from "../annotation/annotation.ts";
import type { TransactionId } from "../ids.ts";
import type { Result } from "../result.ts";
import { storableText } from "../text/storable.ts";
import { applyAll } from "./apply.ts";
import { editSchema, invertAll } from "./edit.ts";
import type { EditError } from "./error.ts";
import type { EditPolicy } from "./policy.ts";

/** Version of the shape of stored transactions; old ones in the event log are migrated when read. */
export const TRANSACTION_VERSION = 1;

/** What brought a transaction about. */
export const transactionOrigins = ["human", "undo", "redo", "restore"] as const;

/** Edits that belong together: applied, saved, logged and undone as one. Nothing in it happens half. */
export const transactionSchema = z.object({
  id: z.uuid().transform((value) => value as TransactionId),
  version: z.literal(TRANSACTION_VERSION),
  origin: z.enum(transactionOrigins),
  /** What was done, in a few words for people ("Relabel 奧巴馬 as PER"); shown by undo and in the history. */
  title: storableText(300),
  edits: z.array(editSchema).min(1).max(10_000),
});

export type Transaction = z.infer<typeof transactionSchema>;

export const applyTransaction = (
  annotation: Annotation,
  transaction: Transaction,
  policy: EditPolicy,
): Result<Annotation, EditError> => applyAll(annotation, transaction.edits, policy);

/** The transaction that takes this one back. The caller gives the id: pure code makes none. */
export const inverseOf = (
  transaction: Transaction,
  id: TransactionId,
  origin: "undo" | "redo",
): Transaction => ({ ...transaction, id, origin, edits: [...invertAll(transaction.edits)] });

import type { QueueFilter } from "@spanbridge/shared/contracts";
import { beginnings, isInLanguages } from "./language.ts";

export type Conditions = { readonly text: string; readonly values: unknown[] };

/**
 * A filter as SQL over `segment s`; `$1` is the project. What people change while they work (state, flag, who decided,
 * signals) is kept apart from what stays: with `changedSince`, segments changed since then fit whatever they are now.
 */
export function conditions(projectId: string, filter: QueueFilter, changedSince?: Date): Conditions {
  const values: unknown[] = [projectId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const moving: string[] = [];
  const still = ["s.project_id = $1"];
  if (filter.states.length > 0) moving.push(`s.state = ANY(${bind(filter.states)}::text[])`);
  if (filter.flagged !== undefined) moving.push(`s.flagged = ${bind(filter.flagged)}::boolean`);
  if (filter.decidedBy !== undefined) moving.push(`s.decided_by = ${bind(filter.decidedBy)}`);
  if (filter.signals && filter.signals.length > 0) {
    moving.push(`s.signals && ${bind(filter.signals)}::text[]`);
  }
  if (filter.worth !== undefined) moving.push(filter.worth ? "s.worth > 0" : "s.worth = 0");
  if (filter.confidenceBelow !== undefined)
    moving.push(`s.confidence < ${bind(filter.confidenceBelow)}::real`);
  if (filter.labels && filter.labels.length > 0) moving.push(labelCondition(filter.labels, bind));
  if (moving.length > 0) {
    const fits = moving.join(" AND ");
    still.push(
      changedSince
        ? `(${fits} OR s.state_at > ${bind(changedSince.toISOString())}::timestamptz AT TIME ZONE 'utc')`
        : fits,
    );
  }
  if (filter.assignee !== undefined) {
    still.push(filter.assignee === "" ? "s.assignee_id IS NULL" : `s.assignee_id = ${bind(filter.assignee)}`);
  }
  if (filter.document !== undefined) {
    const name = bind(filter.document);
    still.push(`s.document_id = (SELECT id FROM document WHERE project_id = $1 AND name = ${name})`);
  }
  if (filter.language !== undefined) {
    still.push(isInLanguages("$1", `${bind(beginnings([filter.language]))}::text[]`));
  }
  if (filter.list !== undefined) {
    const id = bind(filter.list);
    still.push(`s.number IN (SELECT unnest(numbers) FROM segment_list WHERE id = ${id} AND project_id = $1)`);
  }
  if (filter.text) still.push(textCondition(filter, filter.text, bind));
  return { text: still.join(" AND "), values };
}

/** Whether it can only be answered once every segment has its digest. */
export const needsDigests = ({ signals, worth, confidenceBelow, order }: QueueFilter): boolean =>
  (signals?.length ?? 0) > 0 ||
  worth !== undefined ||
  confidenceBelow !== undefined ||
  (order ?? "number") !== "number";

type Bind = (value: unknown) => string;

/** Looks into what people see: the review layer's annotation, else the predictions'. Its text first, which is quick. */
function labelCondition(labels: readonly string[], bind: Bind): string {
  const names = bind(labels);
  const needles = bind(labels.map((label) => JSON.stringify(label)));
  return `EXISTS (
    SELECT 1 FROM annotation a JOIN layer l ON l.id = a.layer_id
    WHERE a.segment_id = s.id AND (l.kind = 'review' OR (l.kind = 'predictions'
        OR l.id = (SELECT shown_layer_ids[1] FROM project WHERE id = s.project_id)) AND NOT EXISTS (
        SELECT 1 FROM annotation e JOIN layer r ON r.id = e.layer_id WHERE e.segment_id = s.id AND r.kind = 'review'))
      AND EXISTS (SELECT 1 FROM unnest(${needles}::text[]) needle WHERE position(needle IN a.body::text) > 0)
      AND EXISTS (SELECT 1 FROM json_array_elements(a.body -> 's') span WHERE span ->> 4 = ANY(${names}::text[])))`;
}

/**
 * Looks through all texts: an index of trigrams knows no words of two characters, which most Chinese ones are, and would
 * make every import several times slower. What has no case is compared as it is, which is several times faster.
 */
function textCondition({ regex, side }: QueueFilter, wanted: string, bind: Bind): string {
  const cased = wanted.toLowerCase() !== wanted.toUpperCase();
  const operator = regex ? (cased ? "~*" : "~") : cased ? "ILIKE" : "LIKE";
  const pattern = bind(regex ? wanted : `%${wanted.replace(/[\\%_]/g, "\\$&")}%`);
  const pivot = `(s.pivot_text ${operator} ${pattern}
    OR s.id IN (SELECT r.segment_id FROM pivot_revision r JOIN segment o ON o.id = r.segment_id
                WHERE o.project_id = $1 AND r.text ${operator} ${pattern}))`;
  const source = `s.source_text ${operator} ${pattern}`;
  if (side) return side === "source" ? source : pivot;
  return `(${source} OR ${pivot} OR s.external_id ${operator} ${pattern})`;
}

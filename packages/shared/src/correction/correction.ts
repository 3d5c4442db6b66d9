import { z } from "zod";
import { absenceReasons } from "../annotation/absence.ts";
import { type Annotation, counterparts, spanById } from "../annotation/annotation.ts";
import { labelNameSchema, type Span, sides } from "../annotation/span.ts";
import { applyAll } from "../edit/apply.ts";
import { type Edit, invertAll } from "../edit/edit.ts";
import type { EditPolicy } from "../edit/policy.ts";
import { surfaceOf } from "../edit/revise.ts";
import type { Transaction } from "../edit/transaction.ts";
import type { SpanId } from "../ids.ts";
import { storableText } from "../text/storable.ts";

const surfaceSchema = storableText(1000).min(1);
const sideSchema = z.enum(sides);

/** What a span says, apart from where it stands; `counterpart`: the words it is linked to, null where it is not. */
const likeSchema = z.object({
  side: sideSchema,
  surface: surfaceSchema,
  label: labelNameSchema,
  counterpart: surfaceSchema.nullable(),
});

/**
 * What a person put right, said without the segment it was done in, so that it can be done to every identical case.
 * `change`: label or edges; `start` and `end` say by how many code points the edges moved. `place`: an entity of the
 * translation got its span in the source, or the link to it.
 */
export const correctionSchema = z.discriminatedUnion("kind", [
  likeSchema.extend({
    kind: z.literal("change"),
    to: z.object({
      surface: surfaceSchema,
      label: labelNameSchema,
      start: z.int().min(-1000).max(1000),
      end: z.int().min(-1000).max(1000),
    }),
  }),
  likeSchema.extend({ kind: z.literal("remove") }),
  z.object({
    kind: z.literal("place"),
    pivot: surfaceSchema,
    pivotLabel: labelNameSchema,
    source: surfaceSchema,
    label: labelNameSchema,
  }),
  z.object({ kind: z.literal("add"), side: sideSchema, surface: surfaceSchema, label: labelNameSchema }),
  z.object({
    kind: z.literal("absent"),
    side: sideSchema,
    surface: surfaceSchema,
    label: labelNameSchema,
    reason: z.enum(absenceReasons),
  }),
  z.object({ kind: z.literal("unlink"), pivot: surfaceSchema, source: surfaceSchema }),
]);
export type Correction = z.infer<typeof correctionSchema>;

/**
 * What was corrected last in an annotation, seen from its state now and what was done to it, oldest first. Several steps
 * on one span (an edge moved three times) are one correction. Undefined where the last step corrected nothing that could
 * stand elsewhere.
 */
export function correctionOf(
  now: Annotation,
  done: readonly Transaction[],
  policy: EditPolicy,
): Correction | undefined {
  const edits = lastEdits(done);
  const before = applyAll(now, invertAll(edits), policy);
  return edits.length > 0 && before.ok ? derived(before.value, now, edits) : undefined;
}

/** Decisions and remarks lie beside the annotation: they neither are corrections nor stand in the way of one. */
const isBeside = ({ kind }: Edit): boolean =>
  kind === "set_review" || kind === "set_flag" || kind === "add_note" || kind === "remove_note";

function lastEdits(done: readonly Transaction[]): readonly Edit[] {
  const steps = done
    .map(({ edits }) => edits.filter((edit) => !isBeside(edit)))
    .filter(({ length }) => length);
  let edits = steps.pop() ?? [];
  const changed = changedSpan(edits);
  for (let step = steps.pop(); changed && step && changedSpan(step) === changed; step = steps.pop()) {
    edits = [...step, ...edits];
  }
  return edits;
}

/** The one span that these edits change and nothing else. */
function changedSpan(edits: readonly Edit[]): SpanId | undefined {
  const [first] = edits;
  const id = first?.kind === "change_span" ? first.id : undefined;
  return edits.every((edit) => edit.kind === "change_span" && edit.id === id) ? id : undefined;
}

function derived(before: Annotation, now: Annotation, edits: readonly Edit[]): Correction | undefined {
  const find = <K extends Edit["kind"]>(kind: K): Extract<Edit, { kind: K }> | undefined =>
    edits.find((edit): edit is Extract<Edit, { kind: K }> => edit.kind === kind);
  if (find("revise_pivot")) return undefined;
  const changed = find("change_span");
  if (changed) return changeOf(before, now, changed.id);
  const removed = find("remove_span");
  const added = find("add_span");
  if (removed) return added ? undefined : removalOf(before, removed.span);
  const absent = find("add_absence");
  if (absent) return absenceAs(now, absent.absence.span, absent.absence.reason);
  const linked = find("add_link");
  if (linked) return placeOf(now, linked.link.pivot, linked.link.source);
  const unlinked = find("remove_link");
  if (unlinked) return unlinkOf(before, unlinked.link.pivot, unlinked.link.source);
  const surface = added && surfaceOf(now, added.span.side, added.span);
  return added && surface
    ? { kind: "add", side: added.span.side, surface, label: added.span.label }
    : undefined;
}

function likeOf(annotation: Annotation, span: Span) {
  const surface = surfaceOf(annotation, span.side, span);
  if (!surface) return undefined;
  const [other] = counterparts(annotation, span.id);
  const counterpart = (other && surfaceOf(annotation, other.side, other)) ?? null;
  return { side: span.side, surface, label: span.label, counterpart };
}

function changeOf(before: Annotation, now: Annotation, id: SpanId): Correction | undefined {
  const [old, span] = [spanById(before, id), spanById(now, id)];
  const like = old && likeOf(before, old);
  const surface = span && surfaceOf(now, span.side, span);
  if (!old || !span || !like || !surface) return undefined;
  const to = { surface, label: span.label, start: span.start - old.start, end: span.end - old.end };
  return to.start === 0 && to.end === 0 && to.label === like.label
    ? undefined
    : { kind: "change", ...like, to };
}

function removalOf(before: Annotation, span: Span): Correction | undefined {
  const like = likeOf(before, span);
  return like && { kind: "remove", ...like };
}

function absenceAs(
  now: Annotation,
  id: SpanId,
  reason: Extract<Correction, { kind: "absent" }>["reason"],
): Correction | undefined {
  const span = spanById(now, id);
  const like = span && likeOf(now, span);
  return like && { kind: "absent", side: like.side, surface: like.surface, label: like.label, reason };
}

function placeOf(now: Annotation, pivotId: SpanId, sourceId: SpanId): Correction | undefined {
  const [pivot, source] = [spanById(now, pivotId), spanById(now, sourceId)];
  const english = pivot && surfaceOf(now, "pivot", pivot);
  const surface = source && surfaceOf(now, "source", source);
  return english && surface
    ? { kind: "place", pivot: english, pivotLabel: pivot.label, source: surface, label: source.label }
    : undefined;
}

function unlinkOf(before: Annotation, pivotId: SpanId, sourceId: SpanId): Correction | undefined {
  const place = placeOf(before, pivotId, sourceId);
  return place?.kind === "place" ? { kind: "unlink", pivot: place.pivot, source: place.source } : undefined;
}

import {
  type Annotation,
  applyAll,
  commands,
  counterparts,
  type Edit,
  type EditError,
  type EditPolicy,
  err,
  linksOf,
  matchEntities,
  ok,
  type Result,
  rangesOverlap,
  revisePivot,
  type Span,
  type SpanId,
  sameRange,
} from "@spanbridge/shared";
import type { Opinion } from "@spanbridge/shared/contracts";

/** Who takes it, under which rules, and where ids of new spans come from. */
export type Taker = {
  readonly user: string;
  readonly policy: EditPolicy;
  readonly newId: () => SpanId;
};

type Taken = Result<readonly Edit[], EditError>;

/**
 * The edits that make the source side what an engine predicted, with its translation and entities: spans that move keep
 * their id, and entities that only the segment has stay. None where there is nothing to do.
 */
export function takeOpinion(annotation: Annotation, opinion: Opinion, taker: Taker): Taken {
  const taken = takeAll(annotation, opinion, taker, true);
  // Spans that change places would be at one place for a moment; then all are made anew.
  return taken.ok ? taken : takeAll(annotation, opinion, taker, false);
}

function takeAll(annotation: Annotation, opinion: Opinion, taker: Taker, keep: boolean): Taken {
  const draft = new Draft(annotation, taker);
  draft.do((now) => revisePivot(now, opinion.pivotText).edits);
  const pivots = takeEntities(draft, opinion, ({ side }) => side === "pivot");
  const theirs = opinion.spans.filter(({ side }) => side === "source");
  const places = keep ? assign(draft.now, theirs, wanted(opinion, pivots)) : new Map<SpanId, SpanId>();
  const kept = new Set(places.values());
  for (const { id, side } of annotation.spans) {
    if (side === "source" && !kept.has(id)) draft.do((now) => commands.removeSpan(now, id));
  }
  for (const span of theirs) place(draft, span, places.get(span.id), wanted(opinion, pivots)(span), true);
  return draft.finish();
}

/** The edits that take one span of the source over from an engine, with its links: its entity moves there. */
export function takeSpan(annotation: Annotation, opinion: Opinion, span: Span, taker: Taker): Taken {
  const draft = new Draft(annotation, taker);
  const linked = new Set(opinion.links.filter(({ source }) => source === span.id).map(({ pivot }) => pivot));
  const sameText = opinion.pivotText === annotation.pivotText;
  const pivots = takeEntities(draft, opinion, ({ id }) => sameText && linked.has(id));
  const wants = wanted(opinion, pivots);
  const places = assign(draft.now, [span], wants);
  const id = place(draft, span, places.get(span.id), wants(span), false);
  for (const pivot of wants(span)) leaveFormer(draft, pivot, { ...span, id });
  return draft.finish();
}

/** An entity that has gone to another span is no longer at its former ones; what those were in the way with goes. */
function leaveFormer(draft: Draft, pivot: SpanId, taken: Span): void {
  for (const former of counterparts(draft.now, pivot)) {
    if (former.id === taken.id) continue;
    draft.do((now) => commands.unlinkSpans(now, former.id, pivot));
    if (rangesOverlap(former, taken) && linksOf(draft.now, former.id).length === 0)
      draft.do((now) => commands.removeSpan(now, former.id));
  }
}

/** Adds entities of the translation that the segment lacks; answers which entity here each of theirs is. */
function takeEntities(
  draft: Draft,
  opinion: Opinion,
  which: (entity: Span) => boolean,
): ReadonlyMap<SpanId, SpanId> {
  const found = new Map<SpanId, SpanId>();
  const here = matchEntities(opinion, draft.now);
  for (const span of opinion.spans) {
    if (span.side !== "pivot") continue;
    const known = here.get(span.id);
    if (known) found.set(span.id, known.id);
    else if (which(span)) {
      const id = draft.newId();
      draft.do((now) => commands.addSpan(now, "pivot", span, span.label, id, draft.user));
      found.set(span.id, id);
    }
  }
  return found;
}

const wanted =
  ({ links }: Opinion, pivots: ReadonlyMap<SpanId, SpanId>) =>
  ({ id }: Span): readonly SpanId[] =>
    links.flatMap(({ pivot, source }) => (source === id ? (pivots.get(pivot) ?? []) : []));

/** Which span here becomes which of theirs: what is there already, then what stands at the same place, then what belongs to the same entity. */
function assign(
  now: Annotation,
  theirs: readonly Span[],
  wants: (span: Span) => readonly SpanId[],
): ReadonlyMap<SpanId, SpanId> {
  const free = new Map(now.spans.filter(({ side }) => side === "source").map((span) => [span.id, span]));
  const found = new Map<SpanId, SpanId>();
  const ways: readonly ((span: Span, other: Span) => boolean)[] = [
    (span, other) => sameRange(span, other) && span.label === other.label,
    sameRange,
    (span, other) => isLinked(now, other, wants(span)) && rangesOverlap(span, other),
    (span, other) => isLinked(now, other, wants(span)),
  ];
  for (const fits of ways) {
    for (const span of theirs) {
      if (found.has(span.id)) continue;
      const other = [...free.values()].find((candidate) => fits(span, candidate));
      if (!other) continue;
      found.set(span.id, other.id);
      free.delete(other.id);
    }
  }
  return found;
}

const isLinked = (now: Annotation, span: Span, pivots: readonly SpanId[]): boolean =>
  linksOf(now, span.id).some(({ pivot }) => pivots.includes(pivot));

/** Puts a span here where theirs is, with their links. `exactly`: links that they have not go. */
function place(
  draft: Draft,
  theirs: Span,
  known: SpanId | undefined,
  pivots: readonly SpanId[],
  exactly: boolean,
): SpanId {
  const { user } = draft;
  const id = known ?? draft.newId();
  if (known === undefined) {
    draft.do((now) => commands.addSpan(now, "source", theirs, theirs.label, id, user));
  } else {
    draft.do((now) => commands.moveSpan(now, id, theirs, user));
    draft.do((now) => commands.relabelSpan(now, id, theirs.label, user));
  }
  for (const other of exactly ? counterparts(draft.now, id) : []) {
    if (!pivots.includes(other.id)) draft.do((now) => commands.unlinkSpans(now, id, other.id));
  }
  for (const pivot of pivots) draft.do((now) => commands.linkSpans(now, pivot, id, user));
  return id;
}

/** Edits one after the other, each made for what the ones before it leave. */
class Draft {
  readonly user: string;
  readonly newId: () => SpanId;
  readonly #policy: EditPolicy;
  readonly #edits: Edit[] = [];
  #now: Annotation;
  #error: EditError | undefined;

  constructor(annotation: Annotation, { user, policy, newId }: Taker) {
    this.#now = annotation;
    this.#policy = policy;
    this.user = user;
    this.newId = newId;
  }

  get now(): Annotation {
    return this.#now;
  }

  do(make: (now: Annotation) => readonly Edit[]): void {
    if (this.#error) return;
    const edits = make(this.#now);
    const next = applyAll(this.#now, edits, this.#policy);
    if (next.ok) {
      this.#now = next.value;
      this.#edits.push(...edits);
    } else this.#error = next.error;
  }

  finish(): Taken {
    return this.#error ? err(this.#error) : ok(this.#edits);
  }
}

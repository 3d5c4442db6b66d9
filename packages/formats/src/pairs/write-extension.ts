import type { Annotation, Provenance } from "@spanbridge/shared";
import type { SegmentRecord } from "../record.ts";
import { EXTENSION_VERSION } from "./keys.ts";

/** Our section of a row, in fixed key order, with the members that say something; undefined where none does. */
export function writeExtension({ annotation, originalPivotText }: SegmentRecord): object | undefined {
  const { absences, review, flagged, notes } = annotation;
  if (originalPivotText === null && saysNothing(annotation)) return undefined;
  const members = {
    original_english_text: originalPivotText ?? undefined,
    entities: entitySources(annotation),
    links: linkSources(annotation),
    absences:
      absences.length > 0
        ? absences.map(({ span, reason, provenance }) => ({ id: span, reason, ...sourceOf(provenance) }))
        : undefined,
    review:
      review.state === "pending" && review.reason === ""
        ? undefined
        : { state: review.state, reason: review.reason },
    flagged: flagged || undefined,
    notes: notes.length > 0 ? notes.map(({ id, text, author, at }) => ({ id, text, author, at })) : undefined,
  };
  for (const member of Object.values(members)) {
    if (member !== undefined) return { version: EXTENSION_VERSION, ...members };
  }
  return undefined;
}

/** The common case, found without making anything. */
const saysNothing = ({ spans, links, absences, review, flagged, notes }: Annotation): boolean =>
  absences.length === 0 &&
  notes.length === 0 &&
  !flagged &&
  review.state === "pending" &&
  spans.every(({ provenance }) => isPlain(provenance)) &&
  links.every(({ provenance }) => isPlain(provenance) && provenance.confidence === undefined);

/**
 * Whether a provenance says no more than a plain entity with its score does. The `ref` of an import names the layer the
 * entity was imported into, which the next import says anew.
 */
const isPlain = ({ origin, previous }: Provenance): boolean => origin === "import" && previous === undefined;

function entitySources({ spans }: Annotation): object[] | undefined {
  const stated = spans.filter(({ provenance }) => !isPlain(provenance));
  return stated.length > 0
    ? stated.map(({ id, provenance }) => ({ id, provenance: sourceOf(provenance).provenance }))
    : undefined;
}

function linkSources({ links }: Annotation): object[] | undefined {
  const stated = links.filter(
    ({ provenance }) => !isPlain(provenance) || provenance.confidence !== undefined,
  );
  return stated.length > 0
    ? stated.map(({ pivot, source, provenance }) => ({ link: [pivot, source], ...sourceOf(provenance) }))
    : undefined;
}

/** A provenance with its confidence beside it, as entities have it. */
function sourceOf(provenance: Provenance): {
  readonly score?: number | undefined;
  readonly provenance?: object;
} {
  const { confidence: score, ...rest } = provenance;
  return isPlain(provenance) ? { score } : { score, provenance: ordered(rest) };
}

/** Keys in one order, whatever order the object was built in. */
function ordered({ origin, ref, confidence, previous }: Provenance): object {
  return { origin, ref, confidence, previous: previous && ordered(previous) };
}

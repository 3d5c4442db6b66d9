import { z } from "zod";
import { sameValue } from "../equal.ts";
import { storableText } from "../text/storable.ts";

export const origins = ["import", "run", "memory", "human"] as const;
export type Origin = (typeof origins)[number];

/**
 * Where a span, link or absence comes from. `ref` names the layer, run, memory entry or user; `confidence` is what the
 * machine said (usually 0 to 1, kept as given). `previous` is what stood there before a person touched it.
 */
export type Provenance = {
  readonly origin: Origin;
  readonly ref?: string | undefined;
  readonly confidence?: number | undefined;
  readonly previous?: Provenance | undefined;
};

export const provenanceSchema: z.ZodType<Provenance> = z.lazy(() =>
  z.object({
    origin: z.enum(origins),
    ref: storableText(200).optional(),
    confidence: z.number().optional(),
    previous: provenanceSchema.optional(),
  }),
);

export const byHuman = (user: string): Provenance => ({ origin: "human", ref: user });

/** The provenance after a person changed something: the person's, with what was there before kept behind it. */
export function touchedBy(user: string, before: Provenance): Provenance {
  if (before.origin === "human" && before.ref === user) return before;
  return { ...byHuman(user), previous: before };
}

/**
 * The provenance of a span after an edit that found `before` and left `after`, where others may have touched the span
 * since. Who touched it is then kept: a person's touch goes on top of what is there now, and taking that touch back
 * uncovers what was below it. Undefined where the edit meant something else than a touch and cannot be reconciled.
 */
export function mergeProvenance(
  current: Provenance,
  before: Provenance,
  after: Provenance,
): Provenance | undefined {
  if (sameValue(current, before)) return after;
  if (sameValue(before, after)) return current;
  if (after.origin === "human" && after.previous && sameValue(after.previous, before)) {
    return { ...after, previous: current };
  }
  if (before.origin === "human" && before.previous && sameValue(before.previous, after)) {
    const { previous, ...touch } = before;
    const { previous: below, ...top } = current;
    // Under somebody else's later touch ours stays in the record: it did happen.
    return below && sameValue(top, touch) ? below : current;
  }
  return undefined;
}

/** What the machine said, however many people have touched it since; undefined for something a person made. */
export function machineOrigin(provenance: Provenance): Provenance | undefined {
  if (provenance.origin !== "human") return provenance;
  return provenance.previous && machineOrigin(provenance.previous);
}

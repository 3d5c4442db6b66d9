import { z } from "zod";

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
    ref: z.string().max(200).optional(),
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

/** What the machine said, however many people have touched it since; undefined for something a person made. */
export function machineOrigin(provenance: Provenance): Provenance | undefined {
  if (provenance.origin !== "human") return provenance;
  return provenance.previous && machineOrigin(provenance.previous);
}

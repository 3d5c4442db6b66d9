import { z } from "zod";
import { layerKinds, projectRefSchema } from "./project.ts";

const layerNameSchema = z.string().min(1).max(200);

/**
 * What two layers say about the same thing. Spans of the source are matched as an evaluation does it, neither side being
 * right: `both` is another boundary and another label. `open`: an entity of the translation that neither has a place for.
 */
export const agreementKinds = ["same", "boundary", "label", "both", "only_a", "only_b", "open"] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** Layers by name: of runs, imported predictions, or (for those who may see it) gold. */
export const comparedLayersSchema = z.object({ a: layerNameSchema, b: layerNameSchema });
export type ComparedLayers = z.infer<typeof comparedLayersSchema>;
export const compareRunsSchema = projectRefSchema.extend(comparedLayersSchema.shape);

const countsSchema = z.record(z.enum(agreementKinds), z.int());
export type AgreementCounts = z.infer<typeof countsSchema>;

const layerSchema = z.object({ name: z.string(), kind: z.enum(layerKinds), hidden: z.boolean() });

export const runComparisonSchema = z.object({
  a: layerSchema,
  b: layerSchema,
  /** Segments that both have a result for, those of them that differ in anything but `open`, and those only one has. */
  segments: z.object({ both: z.int(), different: z.int(), only_a: z.int(), only_b: z.int() }),
  counts: countsSchema,
  /** By the label in A; where A has nothing, by that in B. */
  perLabel: z.array(z.object({ label: z.string(), counts: countsSchema })),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;

/** A count of a comparison, to be opened down to its segments. */
export const comparisonDrillSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("agreement"), of: z.enum(agreementKinds), label: z.string().nullable() }),
  z.object({ kind: z.literal("segments"), of: z.enum(["different", "only_a", "only_b"]) }),
]);
export type ComparisonDrill = z.output<typeof comparisonDrillSchema>;

export const openComparisonSchema = compareRunsSchema.extend({ drill: comparisonDrillSchema });

import type { LayerKind } from "@spanbridge/shared/contracts";

/** Name of the layer that imports of predictions write. */
export const PREDICTIONS = "predictions";

/**
 * The reference of provenance that is not written out in a layer's stored bodies: an imported layer's own name; what
 * people work on starts as a copy of the predictions.
 */
export const refOf = (kind: LayerKind, name: string): string => (kind === "review" ? PREDICTIONS : name);

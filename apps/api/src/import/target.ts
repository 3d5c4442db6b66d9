import type { importLayers } from "@spanbridge/shared/contracts";

/** Where an import goes. */
export type ImportTarget = {
  readonly projectId: string;
  /** Null takes any label; the caller makes the label set from what was found. */
  readonly labels: ReadonlySet<string> | null;
  readonly allowOverlap: boolean;
  readonly sourceLang: string;
  readonly layer: { readonly id: string; readonly name: (typeof importLayers)[number] };
  /** Who is named as the author of translations that differ from the ones already there. */
  readonly userId: string;
};

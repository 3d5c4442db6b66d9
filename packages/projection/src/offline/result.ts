import type { Range } from "@spanbridge/shared";
import type { PivotEntity } from "./model.ts";
import type { OfflineSignal } from "./signals.ts";

/** What spoke for a place, strongest first; `strength` in nats. */
export type Evidence = { readonly kind: EvidenceKind; readonly strength: number };
export const evidenceKinds = ["literal", "lexicon", "sound", "alignment", "association", "number"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A range of the source text in code points that cuts no grapheme cluster, with the label it should carry. */
export type SourcePlace = Range & { readonly label: string; readonly surface: string };

export type Alternative = SourcePlace & { readonly probability: number };

/** One pivot entity after projection. */
export type ProjectedEntity = {
  readonly entity: PivotEntity;
  /** Undefined: nothing in the source was likely enough. Never dropped: each entity given comes back once. */
  readonly place: SourcePlace | undefined;
  /** The same name again: in brackets in the pivot's letters, or further on in the sentence. */
  readonly further: readonly (SourcePlace & { readonly role: "gloss" | "repeat" })[];
  /** Calibrated: of places with confidence c about the share c agrees with annotators. 0 when unplaced. */
  readonly confidence: number;
  readonly alternatives: readonly Alternative[];
  readonly evidence: readonly Evidence[];
  readonly signals: readonly OfflineSignal[];
};

export type ProjectedSegment = {
  readonly id: string;
  /** In the order of the segment's entities. */
  readonly entities: readonly ProjectedEntity[];
  /** Names of countries in the source that no entity of the translation stands for ("American", or nothing at all there). */
  readonly unprompted: readonly (SourcePlace & { readonly confidence: number })[];
};

import type { Decision } from "./score/decide.ts";
import { EVIDENCE } from "./score/evidence.ts";
import type { Examined } from "./score/examine.ts";
import { ATOM, type Atoms } from "./text/atoms.ts";

/** Reasons to look at a projected entity, of the closed list for projections; those an engine without a model can give. */
export const offlineSignalKinds = [
  "not_projected",
  "low_margin",
  "several_occurrences",
  "placed_after_normalisation",
  "boundary_inside_word",
  "suffix_or_title_adjacent",
  "label_conflicts_with_memory",
  "overlap",
] as const;
export type OfflineSignalKind = (typeof offlineSignalKinds)[number];

/** `message` is the sentence the annotator reads. */
export type OfflineSignal = { readonly kind: OfflineSignalKind; readonly message: string };

/** Below this confidence a place is worth a look. */
export const SURE = 0.85;

export type SignalContext = {
  readonly examined: Examined;
  readonly decision: Decision;
  readonly atoms: Atoms;
  readonly confidence: number;
  readonly surfaceOf: (candidate: number) => string;
  /** Label that memory has for the name, where it has one. */
  readonly knownLabel: string | undefined;
  readonly label: string;
  /** A convention says whether words for kinds of places belong to names. */
  readonly isSettled: boolean;
};

export function signalsOf(context: SignalContext): OfflineSignal[] {
  const { examined, decision } = context;
  const candidate = examined.candidates[decision.chosen];
  if (!candidate) return [unplaced(context)];
  const found: OfflineSignal[] = [];
  if (decision.crowdedOut) {
    found.push({
      kind: "overlap",
      message: "A place that fits this name better was given to another entity.",
    });
  }
  if (context.confidence < SURE) found.push(margin(context));
  if (decision.repeats.length > 0) {
    found.push({
      kind: "several_occurrences",
      message: `“${context.surfaceOf(decision.chosen)}” stands ${decision.repeats.length + 1} times in the sentence.`,
    });
  }
  const folded = (candidate.gains[EVIDENCE.lexicon] ?? 0) > 0 && inflected(context);
  if (folded) {
    found.push({
      kind: "placed_after_normalisation",
      message: "Found in another form than the lexicon has it.",
    });
  }
  found.push(...edges(context));
  if (context.knownLabel !== undefined && context.knownLabel !== context.label) {
    found.push({
      kind: "label_conflicts_with_memory",
      message: `Labelled ${context.label} here and ${context.knownLabel} in memory.`,
    });
  }
  return found;
}

function unplaced({ examined, decision, surfaceOf }: SignalContext): OfflineSignal {
  if (examined.leftOpen) {
    return {
      kind: "not_projected",
      message: "Peoples and adjectives of countries are left open by the conventions of this project.",
    };
  }
  const best = decision.masses.indexOf(Math.max(...decision.masses));
  const hint =
    best >= 0 && (decision.masses[best] ?? 0) > 0.05 ? ` The likeliest place is “${surfaceOf(best)}”.` : "";
  return {
    kind: "not_projected",
    message: `No place in the source was sure enough for “${examined.words.surface}”.${hint}`,
  };
}

function margin({ decision, surfaceOf, confidence }: SignalContext): OfflineSignal {
  const own = surfaceOf(decision.chosen);
  let rival = -1;
  decision.masses.forEach((mass, at) => {
    if (surfaceOf(at) !== own && (rival < 0 || mass > (decision.masses[rival] ?? 0))) rival = at;
  });
  const percent = Math.round(confidence * 100);
  const other =
    rival >= 0 && (decision.masses[rival] ?? 0) >= 0.1 ? `; “${surfaceOf(rival)}” is the next choice` : "";
  return { kind: "low_margin", message: `The engine is ${percent} % sure of this place${other}.` };
}

function inflected({ examined, decision }: SignalContext): boolean {
  const candidate = examined.candidates[decision.chosen];
  return candidate !== undefined && examined.inflected.has(candidate.from * 4096 + candidate.to);
}

function edges({ examined, decision, atoms, isSettled }: SignalContext): OfflineSignal[] {
  const candidate = examined.candidates[decision.chosen];
  if (!candidate) return [];
  const found: OfflineSignal[] = [];
  const first = atoms.bits[candidate.from] ?? 0;
  const last = atoms.bits[candidate.to - 1] ?? 0;
  if (!(first & ATOM.wordStart) || !(last & ATOM.wordEnd)) {
    found.push({ kind: "boundary_inside_word", message: "An edge of the span lies inside a word." });
  }
  if (!isSettled && examined.closingAfter(candidate)) {
    found.push({
      kind: "suffix_or_title_adjacent",
      message: "A word for the kind of place or body follows the span; it may belong to the name.",
    });
  }
  return found;
}

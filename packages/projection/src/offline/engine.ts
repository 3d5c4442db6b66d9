import { codePoint } from "@spanbridge/shared";
import type { OfflineResources, OfflineSegment, TextPair } from "./model.ts";
import { type LanguageModel, languageModel, type Prepared, prepare, trainingTexts } from "./prepare.ts";
import type { Evidence, ProjectedEntity, ProjectedSegment, SourcePlace } from "./result.ts";
import { evidenceKinds } from "./result.ts";
import { confidenceInputs, confidenceOf } from "./score/confidence.ts";
import { byConvention, leavesEdges } from "./score/conventions.ts";
import { type AtomRange, type Decision, decide } from "./score/decide.ts";
import { type Examined, examine } from "./score/examine.ts";
import { adopt, freeMentions, habitFor, type Mention, mentionsOf, takenBy } from "./score/mentions.ts";
import type { Weights } from "./score/rank.ts";
import { labelling, type OfflineSettings, offlineDefaults, openBy } from "./settings.ts";
import { signalsOf } from "./signals.ts";
import { type Atoms, atomsOf } from "./text/atoms.ts";
import { profileOf, shippedWeights } from "./weights.ts";

const ALTERNATIVES = 4;
const LEAST_PROBABILITY = 0.02;

export type OfflineEngine = {
  /**
   * Projects every entity of every segment, in order. All segments given together also teach the word aligner, so a larger
   * batch is projected better than its parts. The same segments, resources and settings give the same answer.
   */
  readonly project: (segments: readonly OfflineSegment[]) => ProjectedSegment[];
  /** Learns from a batch, to project it part by part: each part exactly as it would be with all of it. */
  readonly learn: (batch: Batch) => (part: readonly OfflineSegment[]) => ProjectedSegment[];
};

/** What a segment takes from those it is projected with; see `batchOf`. */
export type Batch = {
  /** By source language. */
  readonly texts: ReadonlyMap<string, readonly TextPair[]>;
  /** The labels in use: nothing is given another. */
  readonly labels: ReadonlySet<string>;
};

export function batchOf(
  segments: readonly OfflineSegment[],
  resources: OfflineResources,
  settings: Partial<OfflineSettings>,
): Batch {
  const { features } = { ...offlineDefaults, ...settings };
  const byLanguage = Map.groupBy(segments, ({ sourceLang }) => sourceLang);
  const texts = [...byLanguage].map(
    ([language, own]) => [language, trainingTexts(language, own, resources, features)] as const,
  );
  return { texts: new Map(texts), labels: labelsOf(segments) };
}

export function createOfflineEngine(
  resources: OfflineResources = {},
  settings: Partial<OfflineSettings> = {},
): OfflineEngine {
  const all = { ...offlineDefaults, ...settings };
  const weights = all.weights ?? shippedWeights();
  const models = new Map<string, LanguageModel>();
  const modelOf = (language: string): LanguageModel => {
    const known = models.get(language);
    if (known) return known;
    const made = languageModel(language, resources, all.features);
    models.set(language, made);
    return made;
  };
  const learn: OfflineEngine["learn"] = ({ texts, labels }) => {
    const learnt = new Map<string, Prepared>();
    const preparedFor = (language: string): Prepared => {
      const known = learnt.get(language);
      if (known) return known;
      const made = prepare(modelOf(language), texts.get(language) ?? [], all.features);
      learnt.set(language, made);
      return made;
    };
    return (part) =>
      part.map((segment) => {
        const prepared = preparedFor(segment.sourceLang);
        return resultOf(segment.id, look(segment, prepared, all), labels, prepared, weights, all);
      });
  };
  return { learn, project: (segments) => learn(batchOf(segments, resources, all))(segments) };
}

export const labelsOf = (segments: readonly OfflineSegment[]): ReadonlySet<string> =>
  new Set(segments.flatMap(({ entities }) => entities.map(({ label }) => label)));

/** A segment with all that can be said of it before anything is decided. */
export type Looked = {
  readonly atoms: Atoms;
  readonly examined: readonly Examined[];
  readonly mentions: readonly Mention[];
};

const NO_ATOMS = atomsOf("", "en");

export function look(segment: OfflineSegment, prepared: Prepared, settings: OfflineSettings): Looked {
  if (segment.entities.length === 0) {
    if (!settings.unprompted) return { atoms: NO_ATOMS, examined: [], mentions: [] };
    const texts = prepared.wordsOf(segment);
    return { atoms: texts.atoms, examined: [], mentions: mentionsOf(texts, [], prepared.regions) };
  }
  const texts = prepared.textsOf(segment);
  return {
    atoms: texts.atoms,
    examined: examine(segment, texts, prepared, labelling(prepared, settings), openBy(prepared, settings)),
    mentions: settings.unprompted ? mentionsOf(texts, segment.entities, prepared.regions) : [],
  };
}

/** Decides over what was looked at and says why. */
export function resultOf(
  id: string,
  { atoms, examined, mentions }: Looked,
  labels: ReadonlySet<string>,
  prepared: Prepared,
  weights: Weights,
  settings: OfflineSettings,
): ProjectedSegment {
  const { base } = prepared.shared.morphology;
  const profile = profileOf(prepared.shared.morphology, weights);
  const first = decide(examined, atoms, weights, profile, settings);
  const likely = freeMentions(mentions, takenBy(examined, first)).filter(
    (mention) => habitFor(mention, base, weights.mentions).marked > settings.threshold,
  );
  const { decisions, mentions: left } = adopt(first, examined, likely);
  const taken = leavesEdges(settings) ? NOTHING_TAKEN : atomsTaken(examined, decisions, left);
  const entities = examined.map((one, index) => {
    const decision = decisions[index] ?? {
      chosen: -1,
      masses: [],
      gloss: undefined,
      repeats: [],
      crowdedOut: false,
    };
    return asResult(one, decision, { atoms, taken, prepared, weights, profile, settings });
  });
  // Where an entity found no place, the name of a country is most often a part of what stands for it.
  const open = decisions.some(({ chosen }) => chosen < 0);
  const unprompted = (open ? [] : left).flatMap((mention) => {
    const { marked, body } = habitFor(mention, base, weights.mentions);
    const acts = body >= 0.5 && !mention.locative && labels.has(settings.bodyLabel);
    const label = acts ? settings.bodyLabel : settings.placeLabel;
    return labels.has(label) ? [{ ...placeAt(mention, atoms, label), confidence: marked }] : [];
  });
  return { id, entities, unprompted };
}

const NOTHING_TAKEN: ReadonlySet<number> = new Set();

/** By atom, whether a place has it: conventions take in only what is free. */
function atomsTaken(
  examined: readonly Examined[],
  decisions: readonly Decision[],
  mentions: readonly AtomRange[],
): ReadonlySet<number> {
  const ranges = decisions.flatMap(({ chosen, gloss, repeats }, entity) => [
    examined[entity]?.candidates[chosen],
    gloss,
    ...repeats,
  ]);
  return new Set(
    [...ranges, ...mentions].flatMap((range) =>
      range ? Array.from({ length: range.to - range.from }, (_, at) => range.from + at) : [],
    ),
  );
}

type ResultContext = {
  readonly atoms: Atoms;
  readonly taken: ReadonlySet<number>;
  readonly prepared: Prepared;
  readonly weights: Weights;
  readonly profile: string;
  readonly settings: OfflineSettings;
};

function asResult(
  examined: Examined,
  decision: Decision,
  { atoms, taken, prepared, weights, profile, settings }: ResultContext,
): ProjectedEntity {
  const { names } = prepared.shared;
  const { words, label } = examined;
  const { entity, key } = words;
  const free = (at: number): boolean => !taken.has(at);
  const placed = (range: AtomRange): SourcePlace =>
    at(byConvention({ range, words, label, free }, atoms, prepared.shared, settings));
  const candidate = examined.candidates[decision.chosen];
  const confidence = candidate
    ? confidenceOf(confidenceInputs(examined, decision, profile), weights.confidence)
    : 0;
  const at = (range: AtomRange): SourcePlace => placeAt(range, atoms, label);
  const surfaceOf = (index: number): string => {
    const one = examined.candidates[index];
    return one ? at(one).surface : "";
  };
  const place = candidate && placed(candidate);
  return {
    entity,
    place,
    further: [
      ...(decision.gloss ? [{ ...at(decision.gloss), role: "gloss" as const }] : []),
      ...decision.repeats.map((range) => ({ ...placed(range), role: "repeat" as const })),
    ],
    confidence,
    alternatives: alternatives(examined, decision, at, place),
    evidence: candidate ? evidenceOf(candidate.gains) : [],
    signals: signalsOf({
      examined,
      decision,
      atoms,
      confidence,
      surfaceOf,
      knownLabel: names.get(key).find((name) => name.source === "memory" && name.label !== undefined)?.label,
      label,
      isSettled: settings.classNouns !== "auto",
    }),
  };
}

function placeAt({ from, to }: AtomRange, atoms: Atoms, label: string): SourcePlace {
  const range = { start: codePoint(atoms.start[from] ?? 0), end: codePoint(atoms.end[to - 1] ?? 0) };
  return { ...range, label, surface: atoms.text.slice(range) };
}

function alternatives(
  { candidates }: Examined,
  { chosen, masses }: Decision,
  at: (range: AtomRange) => SourcePlace,
  place: SourcePlace | undefined,
): ProjectedEntity["alternatives"] {
  return (
    candidates
      .map((candidate, index) => ({ candidate, index, probability: masses[index] ?? 0 }))
      .filter(({ index, probability }) => index !== chosen && probability >= LEAST_PROBABILITY)
      .sort((a, b) => b.probability - a.probability || a.index - b.index)
      .slice(0, ALTERNATIVES)
      .map(({ candidate, probability }) => ({ ...at(candidate), probability }))
      // What conventions made of the chosen place may be another candidate.
      .filter(({ start, end }) => start !== place?.start || end !== place.end)
  );
}

function evidenceOf(gains: Float32Array): Evidence[] {
  return evidenceKinds
    .map((kind, index) => ({ kind, strength: gains[index] ?? 0 }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength);
}

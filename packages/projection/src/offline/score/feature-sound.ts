import { ATOM } from "../text/atoms.ts";
import type { Candidate } from "./cover.ts";
import type { EntityWords } from "./entity.ts";
import { EVIDENCE } from "./evidence.ts";
import type { FeatureContext } from "./feature-context.ts";
import { clamp, set } from "./feature-names.ts";

/** From this log odds on a character looks like part of a transliterated name. */
const NAME_LIKE = 0.3;
const LONGEST_RUN = 3;

/** Dense scripts: whether the characters of a span that is explained by its sound, and those after it, look like such a name. */
export function sounds(
  values: Float32Array,
  { from, to, explained }: Candidate,
  context: FeatureContext,
): void {
  const heard = explained[EVIDENCE.sound] ?? 0;
  if (heard === 0) return;
  const { atoms, nameness } = context;
  const dense = (at: number): boolean => ((atoms.bits[at] ?? 0) & ATOM.dense) !== 0;
  if (!dense(from) || !dense(to - 1)) return;
  const share = heard / explained.reduce((sum, count) => sum + count, 0);
  const looks = (at: number): number => clamp(nameness(atoms.folded[at] ?? "") / 3, -1.5, 1.5);
  set(values, "firstName", share * looks(from));
  set(values, "lastName", share * looks(to - 1));
  let worst = 1.5;
  for (let at = from; at < to; at++) if (dense(at)) worst = Math.min(worst, looks(at));
  set(values, "worstName", share * worst);
  const touches = (at: number): boolean => dense(at) && !((atoms.bits[at] ?? 0) & ATOM.spaced);
  let run = 0;
  while (run < LONGEST_RUN && touches(to + run) && 3 * looks(to + run) > NAME_LIKE) run++;
  set(values, "rightRun", (share * run) / LONGEST_RUN);
  if (touches(to)) set(values, "soundedRight", share * looks(to));
}

/** In nats: what is a whole step of the features on the edges. */
const STEP = 4;

/** How much the whole span sounds like the whole entity, and whether it would more without its edges or with what is beside them. */
export function heard(
  values: Float32Array,
  words: EntityWords,
  { from, to }: Candidate,
  { heard: ear, atoms, labelOf }: FeatureContext,
): void {
  // Words of letters change their endings; the units of sound know them.
  if (ear.most === 0 || !((atoms.bits[from] ?? 0) & (atoms.bits[to - 1] ?? 0) & ATOM.dense)) return;
  const gain = ear.gain(from, to);
  const share = clamp(gain / ear.most, -1, 1);
  const label = labelOf(words);
  set(values, "heard", share);
  set(values, "heardPerson", label === "PER" ? share : 0);
  set(values, "heardPlace", label === "LOC" ? share : 0);
  const step = (other: number): number => clamp((gain - other) / STEP, -1, 1);
  if (to - from > 1) {
    set(values, "heardFirst", step(ear.gain(from + 1, to)));
    set(values, "heardLast", step(ear.gain(from, to - 1)));
  }
  const beside = (at: number): boolean => ((atoms.bits[at] ?? ATOM.barrier) & ATOM.word) !== 0;
  if (from > 0 && beside(from - 1)) set(values, "heardBefore", step(ear.gain(from - 1, to)));
  if (to < atoms.count && beside(to)) set(values, "heardAfter", step(ear.gain(from, to + 1)));
}

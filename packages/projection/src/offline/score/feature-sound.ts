import { ATOM } from "../text/atoms.ts";
import type { Candidate } from "./cover.ts";
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

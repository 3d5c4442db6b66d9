import type { Situation } from "./situation.ts";

const flags = [
  "mayEdit",
  "hasText",
  "hasTranslation",
  "hasProposal",
  "hasSpans",
  "hasProblems",
  "hasStopAhead",
  "hasStopBehind",
  "labelsDiffer",
  "hasAlternative",
  "hasOpinions",
  "hasCorrection",
  "selected",
  "linked",
  "absent",
] as const satisfies readonly (keyof Situation)[];

const modes = ["browse", "choose", "caret", "link", "absence", "revise", "drag"] as const;

/** Leaves of a situation only what can be together: text is chosen in the two modes for it, only a selected span is linked. */
export function madePossible(now: Situation): Situation {
  const hasText = now.mode === "choose" || (now.mode === "caret" && now.hasText);
  const selected = now.selected && now.hasSpans;
  return {
    ...now,
    hasText,
    selected,
    hasProposal: hasText && now.hasProposal,
    linked: selected && now.linked,
    absent: selected && now.absent,
    labelsDiffer: selected && now.labelsDiffer,
    hasAlternative: selected && now.hasAlternative,
  };
}

/**
 * Situations enough to tell whether two commands can ever be meant at once. Commands ask for facts to be true and, but for
 * the mode and what is selected, hardly for one to be false: everything true, everything false, and each alone the other way.
 */
export function* situationsToTry(): Generator<Situation> {
  for (const mode of modes) {
    for (const all of [true, false]) {
      for (const other of [undefined, ...flags]) {
        const now = Object.fromEntries(flags.map((flag) => [flag, flag === other ? !all : all]));
        yield madePossible({ ...blank, ...now, mode });
      }
    }
  }
}

const blank: Situation = {
  mode: "browse",
  mayEdit: false,
  hasText: false,
  hasTranslation: false,
  hasProposal: false,
  hasSpans: false,
  hasProblems: false,
  hasStopAhead: false,
  hasStopBehind: false,
  labelsDiffer: false,
  hasAlternative: false,
  hasOpinions: false,
  hasCorrection: false,
  selected: false,
  linked: false,
  absent: false,
};

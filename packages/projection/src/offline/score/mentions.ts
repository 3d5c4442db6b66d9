import type { RegionNames } from "../names/regions.ts";
import type { AtomRange, Decision } from "./decide.ts";
import type { Examined } from "./examine.ts";
import type { MentionHabit } from "./rank.ts";
import type { SegmentTexts } from "./segment.ts";

/** The name of a country in the source, whether or not an entity of the translation stands for it. */
export type Mention = AtomRange & {
  /** The translation has the name, or its adjective, outside its entities. */
  readonly translated: boolean;
  /** A word for being somewhere stands before it. */
  readonly locative: boolean;
};

/** A reviewed mention that no entity was placed on. `label` is undefined where nothing was marked. */
export type MentionExample = {
  readonly language: string;
  readonly mention: Mention;
  readonly label: string | undefined;
};

export function mentionsOf(
  { atoms, tokens }: Pick<SegmentTexts, "atoms" | "tokens">,
  entities: readonly { readonly start: number; readonly end: number }[],
  regions: RegionNames,
): Mention[] {
  const places = regions.find(atoms);
  if (places.length === 0) return [];
  const outside = tokens.filter(
    ({ start, end }) => !entities.some((one) => start < one.end && one.start < end),
  );
  const text = ` ${outside.map(({ folded }) => folded).join(" ")} `;
  return places.map(({ from, to, keys }) => ({
    from,
    to,
    translated: [...keys].some((key) => text.includes(` ${key} `)),
    locative: regions.isLocative(atoms, from),
  }));
}

/** For languages that were not learnt from. */
const ANY = "*";

/** What is expected before anything was seen counts as this many names. */
const EXPECTED_COUNTS = 4;

export function learnMentions(
  examples: readonly MentionExample[],
  placeLabel: string,
): ReadonlyMap<string, MentionHabit> {
  const marked = share(examples, isMarked, 0.3, EXPECTED_COUNTS);
  const habits = new Map<string, MentionHabit>([[ANY, { marked, body: 0 }]]);
  for (const language of [...new Set(examples.map((one) => one.language))].sort()) {
    const own = examples.filter((one) => one.language === language);
    const acting = own.filter((one) => isMarked(one) && !one.mention.locative);
    habits.set(language, {
      marked: share(own, isMarked, marked, EXPECTED_COUNTS),
      body: share(acting, ({ label }) => label !== placeLabel, 0.5, 1),
    });
  }
  return habits;
}

const isMarked = ({ label }: MentionExample): boolean => label !== undefined;

/** Share of what holds, as if it had been seen in `counts` more examples with the expected share. */
function share(
  examples: readonly MentionExample[],
  holds: (example: MentionExample) => boolean,
  expected: number,
  counts: number,
): number {
  return (examples.filter(holds).length + counts * expected) / (examples.length + counts);
}

/** Where nothing is known of the annotators of a language, only a name that the translation has too is likely to be marked. */
export function habitFor(
  mention: Mention,
  language: string,
  habits: ReadonlyMap<string, MentionHabit>,
): MentionHabit {
  const own = habits.get(language) ?? (mention.translated ? habits.get(ANY) : undefined);
  return own ?? { marked: 0, body: 0 };
}

/** The mentions that nothing that was decided overlaps. */
export function freeMentions(mentions: readonly Mention[], taken: readonly AtomRange[]): Mention[] {
  return mentions.filter((mention) => !taken.some(({ from, to }) => mention.from < to && from < mention.to));
}

/** Everything that decisions put a span on. */
export function takenBy(examined: readonly Examined[], decisions: readonly Decision[]): AtomRange[] {
  return decisions.flatMap(({ chosen, gloss, repeats }, entity) => {
    const place = examined[entity]?.candidates[chosen];
    return [...(place ? [place] : []), ...(gloss ? [gloss] : []), ...repeats];
  });
}

/** Entities that were left open take the mention that stands where they might have been: the likeliest for it first. */
export function adopt(
  decisions: readonly Decision[],
  examined: readonly Examined[],
  mentions: readonly Mention[],
): { readonly decisions: Decision[]; readonly mentions: Mention[] } {
  const result = [...decisions];
  const left = mentions.filter((mention) => {
    let best = { entity: -1, at: -1, mass: 0 };
    result.forEach(({ chosen, masses }, entity) => {
      if (chosen >= 0) return;
      examined[entity]?.candidates.forEach(({ from, to }, at) => {
        const mass = masses[at] ?? 0;
        if (from === mention.from && to === mention.to && mass > best.mass) best = { entity, at, mass };
      });
    });
    const decision = result[best.entity];
    if (!decision) return true;
    result[best.entity] = { ...decision, chosen: best.at };
    return false;
  });
  return { decisions: result, mentions: left };
}

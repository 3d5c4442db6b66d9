import { type KnownName, type NameMatch, scoreNames } from "@spanbridge/metrics";
import { scriptOf, Text } from "@spanbridge/shared";
import type { SystemFigures } from "@spanbridge/shared/contracts";
import type { MemoryPair } from "../db/memory-browse.ts";
import type { Judgement } from "./judge.ts";

/** What memory calls names: its English renderings by the source name, as it is written. */
export type Renderings = {
  readonly bySource: ReadonlyMap<string, readonly string[]>;
  readonly match: NameMatch;
};

/** Scripts whose languages put no spaces between words: a name is found inside of anything there. */
const UNSPACED: ReadonlySet<string> = new Set([
  "Hans",
  "Hant",
  "Jpan",
  "Thai",
  "Laoo",
  "Khmr",
  "Mymr",
  "Tibt",
]);

export function renderingsOf(pairs: readonly MemoryPair[], pivotLang: string): Renderings {
  const bySource = new Map<string, string[]>();
  for (const { pivot, source } of pairs) {
    const known = bySource.get(source) ?? [];
    if (!known.includes(pivot)) known.push(pivot);
    bySource.set(source, known);
  }
  return { bySource, match: UNSPACED.has(scriptOf(pivotLang)) ? "substring" : "word" };
}

/**
 * The names of a segment that memory knows, with the scored layer's translation: entities of the source, as gold has them,
 * of the chosen labels. Each once, however often it stands there.
 */
export function knownNames(
  { number, gold, predicted, present }: Judgement,
  { bySource }: Renderings,
  labels: ReadonlySet<string>,
): readonly KnownName<number>[] {
  if (!present || predicted.pivotText === "" || bySource.size === 0) return [];
  const text = new Text(gold.sourceText);
  const names = new Map<string, KnownName<number>>();
  for (const span of gold.spans) {
    if (span.side !== "source" || (labels.size > 0 && !labels.has(span.label))) continue;
    const surface = text.slice(span);
    const renderings = bySource.get(surface);
    if (!renderings) continue;
    const { label } = span;
    names.set(`${label} ${surface}`, {
      segment: number,
      renderings,
      translation: predicted.pivotText,
      label,
    });
  }
  return [...names.values()];
}

/** How many of a segment's known names the translation has, or has not, as memory has them. */
export function countNames(
  names: readonly KnownName<number>[],
  { match }: Renderings,
  rendered: boolean,
): number {
  const score = scoreNames(names, match);
  return rendered ? score.rendered : score.known - score.rendered;
}

type Rate = { rendered: number; known: number };

/** Adds up names of segment after segment. */
export class NameTally {
  readonly #all: Rate = { rendered: 0, known: 0 };
  readonly #labels = new Map<string, Rate>();

  add(names: readonly KnownName<number>[], { match }: Renderings): void {
    if (names.length === 0) return;
    const { rendered, known, perLabel } = scoreNames(names, match);
    this.#all.rendered += rendered;
    this.#all.known += known;
    for (const [label, more] of Object.entries(perLabel)) {
      const rate = this.#labels.get(label) ?? { rendered: 0, known: 0 };
      this.#labels.set(label, { rendered: rate.rendered + more.rendered, known: rate.known + more.known });
    }
  }

  /** Null where no name is known: nothing can be said then. */
  report(): SystemFigures["names"] {
    if (this.#all.known === 0) return null;
    const rateOf = ({ rendered, known }: Rate) => ({ rendered, known, rate: rendered / known });
    return {
      ...rateOf(this.#all),
      perLabel: [...this.#labels]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([label, rate]) => ({ label, ...rateOf(rate) })),
    };
  }
}

import type { Annotation } from "@spanbridge/shared";
import { type SplitCounts, type SplitName, splitNames } from "@spanbridge/shared/contracts";

/** What one segment adds to the counts. */
export type Tally = {
  readonly labels: ReadonlyMap<string, { readonly source: number; readonly pivot: number }>;
  readonly spans: number;
  readonly links: number;
};

export function tallyOf({ spans, links }: Pick<Annotation, "spans" | "links">): Tally {
  const labels = new Map<string, { source: number; pivot: number }>();
  for (const { label, side } of spans) {
    const count = labels.get(label);
    if (count) count[side]++;
    else labels.set(label, { source: 0, pivot: 0, [side]: 1 });
  }
  return { labels, spans: spans.length, links: links.length };
}

type Sum = {
  segments: number;
  spans: number;
  links: number;
  readonly documents: Set<string>;
  readonly labels: Map<string, { source: number; pivot: number }>;
};

/** Adds up what each split of a snapshot holds. */
export class SplitCounter {
  readonly #sums = new Map<SplitName | null, Sum>();
  readonly #labels: readonly string[];

  /** `labels`: the label set, whose order the counts have; labels that are not in it come last. */
  constructor(labels: readonly string[]) {
    this.#labels = labels;
  }

  add(split: SplitName | null, document: string, tally: Tally): void {
    const sum = this.#sumOf(split);
    sum.segments++;
    sum.links += tally.links;
    sum.spans += tally.spans;
    sum.documents.add(document);
    for (const [label, { source, pivot }] of tally.labels) {
      const count = sum.labels.get(label) ?? { source: 0, pivot: 0 };
      sum.labels.set(label, { source: count.source + source, pivot: count.pivot + pivot });
    }
  }

  /** The splits that have segments, in their order; what is in none comes last. */
  counts(): SplitCounts[] {
    return [...splitNames, null].flatMap((split) => {
      const sum = this.#sums.get(split);
      if (!sum) return [];
      const { segments, spans, links, documents, labels } = sum;
      const names = new Set([...this.#labels, ...[...labels.keys()].sort()]);
      const counted = [...names].flatMap((label) => {
        const found = labels.get(label);
        return found ? [{ label, ...found }] : [];
      });
      return [{ split, segments, spans, links, documents: documents.size, labels: counted }];
    });
  }

  #sumOf(split: SplitName | null): Sum {
    const known = this.#sums.get(split);
    if (known) return known;
    const sum: Sum = { segments: 0, spans: 0, links: 0, documents: new Set(), labels: new Map() };
    this.#sums.set(split, sum);
    return sum;
  }
}

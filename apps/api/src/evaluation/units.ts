import {
  addCounts,
  addLinkCounts,
  type Counts,
  countsTally,
  type LinkCounts,
  linkTally,
  noCounts,
  noLinkCounts,
  type Tally,
} from "@spanbridge/metrics";

/** What is resampled: the counts of one document, or of one stretch of segments. */
export type Unit = {
  strict: Counts;
  exact: Counts;
  readonly perLabel: Map<string, Counts>;
  links: LinkCounts;
};

/** More segments than this are drawn in stretches of neighbours, so that resampling takes a bounded time. */
const MAX_SEGMENT_UNITS = 10_000;

/**
 * The counts of a system by unit. Sentences of one document are alike, so that documents are drawn; where all segments
 * are in one document there is nothing to draw but segments.
 */
export class Units {
  readonly unit: "document" | "segment";
  readonly #stretch: number;
  readonly #units = new Map<string, Unit>();
  #seen = 0;

  constructor({ segments, documents }: { readonly segments: number; readonly documents: number }) {
    this.unit = documents > 1 ? "document" : "segment";
    this.#stretch = Math.ceil(segments / MAX_SEGMENT_UNITS);
  }

  /** The unit of the next segment; to be called once a segment, in the segments' order. */
  of(document: string): Unit {
    const at = Math.floor(this.#seen++ / Math.max(1, this.#stretch));
    const key = this.unit === "document" ? document : String(at);
    const known = this.#units.get(key);
    if (known) return known;
    const unit: Unit = { strict: noCounts, exact: noCounts, perLabel: new Map(), links: noLinkCounts };
    this.#units.set(key, unit);
    return unit;
  }

  tallies(of: "strict" | "exact"): Tally[] {
    return [...this.#units.values()].map((unit) => countsTally(unit[of]));
  }

  labelTallies(label: string): Tally[] {
    return [...this.#units.values()].map(({ perLabel }) => countsTally(perLabel.get(label) ?? noCounts));
  }

  linkTallies(): Tally[] {
    return [...this.#units.values()].map(({ links }) => linkTally(links));
  }

  get size(): number {
    return this.#units.size;
  }
}

export function addToUnit(
  unit: Unit,
  more: { readonly strict: Counts; readonly exact: Counts; readonly perLabel: ReadonlyMap<string, Counts> },
): void {
  unit.strict = addCounts(unit.strict, more.strict);
  unit.exact = addCounts(unit.exact, more.exact);
  for (const [label, counts] of more.perLabel) {
    unit.perLabel.set(label, addCounts(unit.perLabel.get(label) ?? noCounts, counts));
  }
}

export function addLinksToUnit(unit: Unit, more: LinkCounts): void {
  unit.links = addLinkCounts(unit.links, more);
}

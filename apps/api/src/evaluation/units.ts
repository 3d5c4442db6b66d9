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

/** With more documents or segments than this, several are drawn together: resampling takes a bounded time and room. */
const MAX_UNITS = 10_000;

/**
 * The counts of a system by unit. Sentences of one document are alike, so that documents are drawn; where all segments
 * are in one document there is nothing to draw but segments.
 */
export class Units {
  readonly unit: "document" | "segment";
  readonly grouped: boolean;
  readonly #segmentsEach: number;
  readonly #units = new Map<string | number, Unit>();
  #seen = 0;

  constructor({ segments, documents }: { readonly segments: number; readonly documents: number }) {
    this.unit = documents > 1 ? "document" : "segment";
    this.grouped = (this.unit === "document" ? documents : segments) > MAX_UNITS;
    this.#segmentsEach = Math.max(1, Math.ceil(segments / MAX_UNITS));
  }

  /** The unit of the next segment; to be called once a segment, in the segments' order. */
  of(document: string): Unit {
    const key = this.#keyOf(document, this.#seen++);
    const known = this.#units.get(key);
    if (known) return known;
    const unit: Unit = { strict: noCounts, exact: noCounts, perLabel: new Map(), links: noLinkCounts };
    this.#units.set(key, unit);
    return unit;
  }

  /** Segments that are drawn together are neighbours; documents go together by the hash of their names. */
  #keyOf(document: string, place: number): string | number {
    if (this.unit === "segment") return Math.floor(place / this.#segmentsEach);
    return this.grouped ? hashOf(document) % MAX_UNITS : document;
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

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

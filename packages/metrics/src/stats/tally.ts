import { err, ok, type Result } from "@spanbridge/shared";
import { type Counts, scoresOf } from "../counts.ts";
import { type LinkCounts, linkScores } from "../links/score.ts";

/** Additive counts of one document, as many numbers for each. What is resampled are documents: sentences of one are too much alike to be independent. */
export type Tally = readonly number[];

/** A score from counts summed over documents (never a mean of the documents' scores). */
export type Statistic = (sum: Tally) => number;

export const countsTally = ({ correct, predicted, gold }: Counts): Tally => [correct, predicted, gold];

export const f1OfTally: Statistic = ([correct = 0, predicted = 0, gold = 0]) =>
  scoresOf({ correct, predicted, gold }).f1;

export const linkTally = ({ predicted, sure, predictedSure, predictedPossible }: LinkCounts): Tally => [
  predicted,
  sure,
  predictedSure,
  predictedPossible,
];

export const aerOfTally: Statistic = ([predicted = 0, sure = 0, predictedSure = 0, predictedPossible = 0]) =>
  linkScores({ predicted, sure, predictedSure, predictedPossible }).aer;

/** Tallies one after the other in one array: resampling adds them up millions of times. */
export class TallyTable {
  readonly rows: number;
  readonly width: number;
  readonly #cells: Float64Array;

  constructor(tallies: readonly Tally[]) {
    this.rows = tallies.length;
    this.width = tallies[0]?.length ?? 0;
    this.#cells = Float64Array.from(tallies.flat());
  }

  /** Adds a row to `sum` in place. */
  addRow(row: number, sum: number[]): void {
    const { width } = this;
    const offset = row * width;
    for (let column = 0; column < width; column++) {
      sum[column] = (sum[column] ?? 0) + (this.#cells[offset + column] ?? 0);
    }
  }

  sum(): number[] {
    const sum = Array.from({ length: this.width }, () => 0);
    for (let row = 0; row < this.rows; row++) this.addRow(row, sum);
    return sum;
  }
}

export type DocumentsDiffer = {
  readonly code: "documents_differ";
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
  readonly message: string;
};

/** The documents of two systems side by side, in the order of their names; both must have scored the same ones. */
export function pairDocuments<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
): Result<readonly { readonly document: string; readonly a: T; readonly b: T }[], DocumentsDiffer> {
  const onlyInA = [...a.keys()].filter((document) => !b.has(document));
  const onlyInB = [...b.keys()].filter((document) => !a.has(document));
  if (onlyInA.length + onlyInB.length > 0) {
    return err({
      code: "documents_differ",
      onlyInA,
      onlyInB,
      message: `The two systems were not scored on the same documents (${onlyInA.length} only in the first, ${onlyInB.length} only in the second).`,
    });
  }
  const documents = [...a.keys()].sort();
  return ok(
    documents.flatMap((document) => {
      const first = a.get(document);
      const second = b.get(document);
      return first === undefined || second === undefined ? [] : [{ document, a: first, b: second }];
    }),
  );
}

import { type CodePoint, codePoint, type Range, type Utf16, utf16 } from "./units.ts";

const HIGH_START = 0xd800;
const LOW_START = 0xdc00;
const LOW_END = 0xdfff;

const isHigh = (unit: number): boolean => unit >= HIGH_START && unit < LOW_START;
const isLow = (unit: number): boolean => unit >= LOW_START && unit <= LOW_END;

/**
 * An immutable text that can be addressed in code points.
 *
 * Most texts hold no character beyond the Basic Multilingual Plane; for those both units agree and no table is kept.
 * Otherwise the positions of the surrogate pairs are kept (one integer each) and a conversion is a binary search.
 */
export class Text {
  readonly value: string;
  /** Length in code points. */
  readonly length: CodePoint;
  /** UTF-16 positions of the high surrogates of well-formed pairs, ascending. */
  readonly #pairs: readonly number[];

  constructor(value: string) {
    this.value = value;
    this.#pairs = surrogatePairs(value);
    this.length = codePoint(value.length - this.#pairs.length);
  }

  /** UTF-16 offset of a code-point offset. Throws a RangeError outside [0, length]. */
  toUtf16(offset: CodePoint): Utf16 {
    this.#check(offset, this.length);
    // Before the k-th pair there are k more UTF-16 units than code points: find how many pairs start before `offset`.
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? 0) - middle < offset) low = middle + 1;
      else high = middle;
    }
    return utf16(offset + low);
  }

  /** Code-point offset of a UTF-16 offset; one inside a surrogate pair is moved to its start. Throws a RangeError outside the text. */
  toCodePoint(offset: Utf16): CodePoint {
    this.#check(offset, this.value.length);
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    // Inside a pair, `low` already counts that pair: the result is the offset of the character itself.
    return codePoint(offset - low);
  }

  /** The characters of [start, end), in code points. */
  slice({ start, end }: Range): string {
    return this.value.slice(this.toUtf16(start), this.toUtf16(end));
  }

  /** Whether [start, end) is a non-empty range inside the text. */
  holds({ start, end }: Range): boolean {
    return (
      Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= this.length
    );
  }

  #check(offset: number, limit: number): void {
    if (!Number.isInteger(offset) || offset < 0 || offset > limit) {
      throw new RangeError(`Offset ${offset} is outside the text (0 to ${limit}).`);
    }
  }
}

const ANY_HIGH = /[\ud800-\udbff]/;

function surrogatePairs(value: string): readonly number[] {
  if (!ANY_HIGH.test(value)) return [];
  const pairs: number[] = [];
  for (let index = 0; index + 1 < value.length; index++) {
    if (isHigh(value.charCodeAt(index)) && isLow(value.charCodeAt(index + 1))) {
      pairs.push(index);
      index++;
    }
  }
  return pairs;
}

/** Length of a string in code points, without building an index. */
export function codePointLength(value: string): CodePoint {
  return codePoint(value.length - surrogatePairs(value).length);
}

/** UTF-16 position of the first surrogate without its partner, or -1. Such a text cannot be written as UTF-8. */
export function loneSurrogateAt(value: string): number {
  if (value.isWellFormed()) return -1;
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (isHigh(unit) && isLow(value.charCodeAt(index + 1))) index++;
    else if (isHigh(unit) || isLow(unit)) return index;
  }
  return -1;
}

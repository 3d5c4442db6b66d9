import { isMadeId } from "../db/made-id.ts";

/**
 * Writes rows as `readExport` gives them in the pairs format without making strings or objects of them: UTF-8 in, UTF-8
 * out. It takes the rows that nearly all are (two texts, imported entities with or without a score, links) and leaves
 * any other to the codec. It says what the codec says, byte for byte: a test holds the two against each other. Exports
 * of millions of segments have their speed from it (docs/benchmarks.md).
 */
export class PlainRows {
  readonly totals = { segments: 0, spans: 0, links: 0 };
  readonly #lang: Uint8Array;
  #row: Uint8Array = new Uint8Array();
  #out: Uint8Array = new Uint8Array();
  /** Where reading and writing stand. */
  #from = 0;
  #to = 0;
  /** Where each code point of a text went, and behind the last its end. */
  #source = new Int32Array(1024);
  #pivot = new Int32Array(1024);
  #spans = 0;
  #links = 0;

  constructor(sourceLang: string) {
    this.#lang = ascii(`"source_lang":${JSON.stringify(sourceLang)},"source_text":"`);
  }

  /** Bytes to leave free for a row of a length. One that needs more is left to the codec. */
  static room(length: number): number {
    return 8 * length + 1024;
  }

  /**
   * Writes the row in [start, end), which ends with a line break, from `at` on. Gives the place behind it, or -1 where
   * it is not a plain one: then whatever stands there means nothing.
   */
  write(row: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
    this.#row = row;
    this.#out = out;
    this.#from = start;
    this.#to = at;
    this.#spans = 0;
    this.#links = 0;
    if (this.#source.length <= end - start) {
      this.#source = new Int32Array(2 * (end - start));
      this.#pivot = new Int32Array(2 * (end - start));
    }
    if (!this.#line() || this.#from !== end) return -1;
    this.totals.segments++;
    this.totals.spans += this.#spans;
    this.totals.links += this.#links;
    return this.#to;
  }

  #line(): boolean {
    this.#put(OPEN);
    if (!this.#id() || !this.#document()) return false;
    this.#put(this.#lang);
    const source = this.#text(this.#source);
    if (source < 0) return false;
    this.#put(ENGLISH_TEXT);
    const pivot = this.#text(this.#pivot);
    if (pivot < 1 || !this.#reads(PLAIN) || !this.#reads(BODY)) return false;
    this.#put(SOURCE_ENTITIES);
    if (!this.#entities(source, pivot)) return false;
    this.#put(LINKS);
    if (!this.#reads(BODY_LINKS) || this.#linkList()) {
      this.#put(CLOSE);
      return this.#reads(BODY_END);
    }
    return false;
  }

  #id(): boolean {
    if (this.#row[this.#from] === HASH) {
      const end = this.#row.indexOf(TAB, this.#from);
      const made = isMadeId(Buffer.from(this.#row.subarray(this.#from, end)).toString());
      this.#from = end + 1;
      return made;
    }
    this.#put(ID);
    if (this.#text(null) < 0) return false;
    this.#put(NEXT_MEMBER);
    return true;
  }

  #document(): boolean {
    if (this.#row[this.#from] === TAB) {
      this.#from++;
      return true;
    }
    this.#put(DOC);
    if (this.#text(null) < 0) return false;
    this.#put(NEXT_MEMBER);
    return true;
  }

  /**
   * Writes a field as the inside of a JSON string. Gives its length in code points, or -1 where it is null or holds what
   * is written otherwise: COPY and JSON escape alike but for quotes and a few controls.
   */
  #text(places: Int32Array | null): number {
    const row = this.#row;
    const out = this.#out;
    let from = this.#from;
    let to = this.#to;
    let length = 0;
    for (let byte = row[from] ?? 0; byte !== TAB; byte = row[from] ?? 0) {
      if ((byte & 0xc0) !== 0x80) {
        if (places !== null) places[length] = to;
        length++;
        if (byte < 0x20 || (byte >= 0xc2 && isLineBreak(row, from))) return -1;
        if (byte === QUOTE) out[to++] = BACKSLASH;
        else if (byte === BACKSLASH) {
          if (!SHARED_ESCAPES.includes(row[from + 1] ?? 0)) return -1;
          out[to++] = byte;
          from++;
        }
      }
      out[to++] = row[from++] ?? 0;
    }
    if (places !== null) places[length] = to;
    this.#from = from + 1;
    this.#to = to;
    return length;
  }

  /** Both lists; the stored one has those of the source first. They must stand in canonical order. */
  #entities(source: number, pivot: number): boolean {
    let places = this.#source;
    let length = source;
    let isFirst = true;
    let lastStart = -1;
    let lastEnd = -1;
    for (let more = this.#reads(BODY_SPANS); more; more = this.#reads(COMMA)) {
      if (!this.#reads(LIST)) return false;
      const id = this.#from;
      if (!this.#skipString()) return false;
      const idEnd = this.#from;
      if (this.#reads(ON_PIVOT)) {
        if (places !== this.#pivot) {
          this.#put(ENGLISH_ENTITIES);
          places = this.#pivot;
          length = pivot;
          isFirst = true;
          lastStart = -1;
        }
      } else if (places === this.#pivot || !this.#reads(ON_SOURCE)) return false;
      this.#put(isFirst ? ENTITY : NEXT_ENTITY);
      isFirst = false;
      this.#copy(this.#row, id, idEnd);
      this.#put(START);
      const start = this.#offset();
      this.#put(END);
      const end = this.#offset();
      if (start < 0 || start >= end || end > length) return false;
      if (start < lastStart || (start === lastStart && end >= lastEnd)) return false;
      lastStart = start;
      lastEnd = end;
      this.#put(LABEL);
      const label = this.#from;
      if (!this.#skipString()) return false;
      this.#copy(this.#row, label, this.#from);
      this.#put(TEXT);
      const [from = 0, to = 0] = [places[start], places[end]];
      // Where many long entities lie over each other, their texts are more than the row is.
      if (this.#to + (to - from) + 256 > this.#out.length) return false;
      this.#copy(this.#out, from, to);
      this.#put(STRING_END);
      if (this.#reads(COMMA)) {
        this.#put(SCORE);
        if (!this.#number()) return false;
      }
      this.#put(ENTITY_END);
      if (!this.#reads(LIST_END)) return false;
      this.#spans++;
    }
    if (this.#spans > 0 && !this.#reads(LIST_END)) return false;
    if (places !== this.#pivot) this.#put(ENGLISH_ENTITIES);
    return true;
  }

  /** The links behind the bracket of their list, in canonical order; they must say no more than what they join. */
  #linkList(): boolean {
    let last = -1;
    do {
      if (this.#links > 0) this.#put(COMMA);
      const link = this.#from;
      if (!this.#reads(LIST) || !this.#skipString() || !this.#reads(COMMA) || !this.#skipString())
        return false;
      if (!this.#reads(LIST_END) || (last >= 0 && !this.#areAscending(last, link))) return false;
      this.#copy(this.#row, link, this.#from);
      last = link;
      this.#links++;
    } while (this.#reads(COMMA));
    return this.#reads(LIST_END);
  }

  /**
   * Whether a link's ids are behind those of the one before it. Bytes are in the order of code points: that of UTF-16 for
   * all that is ASCII. A quote, which ends an id, is before anything else that may stand in one here.
   */
  #areAscending(before: number, link: number): boolean {
    const row = this.#row;
    for (let at = 0; link + at < this.#from; at++) {
      const [a = 0, b = 0] = [row[before + at], row[link + at]];
      if (a <= 0x21 || b <= 0x21 || a >= 0x80 || b >= 0x80) return false;
      if (a !== b) return a < b;
    }
    return false;
  }

  /** A string of the stored annotation with its quotes, without anything escaped. */
  #skipString(): boolean {
    const row = this.#row;
    let from = this.#from;
    if (row[from++] !== QUOTE) return false;
    for (let byte = row[from] ?? 0; byte !== QUOTE; byte = row[++from] ?? 0) {
      if (byte < 0x20 || byte === BACKSLASH || (byte >= 0xc2 && isLineBreak(row, from))) return false;
    }
    this.#from = from + 1;
    return true;
  }

  /** Copies a whole number and the comma behind it, without the comma. -1 where there is none. */
  #offset(): number {
    let value = 0;
    const from = this.#from;
    for (let digit = this.#digit(); digit >= 0 && value < 1e9; digit = this.#digit()) {
      value = value * 10 + digit;
      this.#from++;
    }
    if (this.#from === from) return -1;
    this.#copy(this.#row, from, this.#from);
    return this.#reads(COMMA) ? value : -1;
  }

  #digit(): number {
    const digit = (this.#row[this.#from] ?? 0) - 0x30;
    return digit >= 0 && digit <= 9 ? digit : -1;
  }

  /** Copies what can only be a number: the confidence in front of the bracket. */
  #number(): boolean {
    const from = this.#from;
    const first = this.#row[from] ?? 0;
    if (first !== MINUS && this.#digit() < 0) return false;
    while ((this.#row[this.#from] ?? CLOSING) !== CLOSING) this.#from++;
    this.#copy(this.#row, from, this.#from);
    return true;
  }

  /** Whether this stands next in the row, which is then behind it. */
  #reads(expected: Uint8Array): boolean {
    for (let at = 0; at < expected.length; at++) {
      if (this.#row[this.#from + at] !== expected[at]) return false;
    }
    this.#from += expected.length;
    return true;
  }

  #put(bytes: Uint8Array): void {
    this.#copy(bytes, 0, bytes.length);
  }

  /** Byte by byte: a call of the runtime for a handful of them would take longer. */
  #copy(bytes: Uint8Array, from: number, to: number): void {
    const out = this.#out;
    let at = this.#to;
    for (let index = from; index < to; index++) out[at++] = bytes[index] ?? 0;
    this.#to = at;
  }
}

/** U+0085, U+2028 and U+2029, which are written as escapes. */
const isLineBreak = (bytes: Uint8Array, at: number): boolean =>
  (bytes[at] === 0xc2 && bytes[at + 1] === 0x85) ||
  (bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && ((bytes[at + 2] ?? 0) & 0xfe) === 0xa8);

const ascii = (text: string): Uint8Array => Buffer.from(text);

const TAB = 0x09;
const QUOTE = 0x22;
const HASH = 0x23;
const MINUS = 0x2d;
const BACKSLASH = 0x5c;
const CLOSING = 0x5d;
/** What COPY's text format and JSON write behind a backslash for the same character. */
const SHARED_ESCAPES = ascii("\\ntrbf");

// What is read.
/** Not revised, no metadata, in the project's language. */
const PLAIN = ascii("\\N\t\\N\t\\N\t");
const BODY = ascii("{");
const BODY_SPANS = ascii('"s":[');
const BODY_LINKS = ascii(',"l":[');
const BODY_END = ascii("}\n");
const LIST = ascii("[");
const LIST_END = ascii("]");
const ON_SOURCE = ascii(',"s",');
const ON_PIVOT = ascii(',"p",');

// What is written.
const OPEN = ascii("{");
const ID = ascii('"id":"');
const DOC = ascii('"doc":"');
const NEXT_MEMBER = ascii('",');
const ENGLISH_TEXT = ascii('","english_text":"');
const SOURCE_ENTITIES = ascii('","source_entities":[');
const ENGLISH_ENTITIES = ascii('],"english_entities":[');
const ENTITY = ascii('{"id":');
const NEXT_ENTITY = ascii(',{"id":');
const START = ascii(',"start":');
const END = ascii(',"end":');
const LABEL = ascii(',"label":');
const TEXT = ascii(',"text":"');
const STRING_END = ascii('"');
const SCORE = ascii(',"score":');
const ENTITY_END = ascii("}");
const LINKS = ascii('],"links":[');
const CLOSE = ascii("]}\n");

const COMMA = ascii(",");

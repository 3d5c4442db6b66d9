import { Text } from "@spanbridge/shared";
import { ZipWriter } from "../archive/zip-writer.ts";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { keeps } from "../foreign/keeps.ts";
import { countForeignLosses, foreignLoser } from "../foreign/losses.ts";
import { LossCounter } from "../losses.ts";
import { tokensOf } from "../prodigy/tokens.ts";
import type { SegmentRecord, TokenRange } from "../record.ts";
import { sliceOf } from "../tokens/own-tokens.ts";
import { PAIRS_KEY, type Pair, pairsOf } from "./pairs.ts";

/** A segment as tokens of both sides with their pairs. */
export type Aligned = { readonly source: string; readonly pivot: string; readonly pairs: readonly Pair[] };

const KEEPS = keeps({ pivot: true, links: true, tokens: true, metadata: true });

/** Makes aligned segments, with what is lost on the way. A segment without a translation is left out. */
export class Aligner {
  readonly totals = { segments: 0, spans: 0, links: 0 };
  readonly losses = new LossCounter();
  readonly #language: string | null;
  #seen = 0;

  constructor({ sourceLang }: SerialiseOptions) {
    this.#language = sourceLang ?? null;
  }

  align(record: SegmentRecord): Aligned | undefined {
    const name = record.id ?? `(segment ${++this.#seen})`;
    const lose = foreignLoser(this.losses, name);
    countForeignLosses(withoutPairs(record), { ...KEEPS, metadata: false }, this.#language, lose);
    const language = record.sourceLang ?? this.#language ?? "und";
    const ranges = {
      source: tokensOf(record, "source", language).filter(visibleIn(record.annotation.sourceText)),
      pivot: tokensOf(record, "pivot", "en").filter(visibleIn(record.annotation.pivotText)),
    };
    if (ranges.source.length === 0 || ranges.pivot.length === 0) {
      const message = "The format holds pairs of texts: a segment without a translation is not in the file.";
      this.losses.add("segments", message, name, record.annotation.sourceText);
      return undefined;
    }
    this.totals.segments++;
    this.totals.links += record.annotation.links.length;
    return {
      source: this.#line(record.annotation.sourceText, ranges.source, name),
      pivot: this.#line(record.annotation.pivotText, ranges.pivot, name),
      pairs: pairsOf(record, ranges.source, ranges.pivot),
    };
  }

  #line(value: string, ranges: readonly TokenRange[], segment: string): string {
    const text = new Text(value);
    return ranges
      .map((range) => {
        const form = sliceOf(text, range);
        const safe = form.replace(/[\s\p{Cc}]+/gu, "_").replaceAll("|||", "¦¦¦");
        if (safe !== form) this.losses.add("reserved", RESERVED, segment, form);
        return safe;
      })
      .join(" ");
  }
}

const RESERVED = "A token that holds white space or ||| is written with other characters.";

const visibleIn = (value: string) => {
  const text = new Text(value);
  return (range: TokenRange): boolean => sliceOf(text, range).trim() !== "";
};

/** Its pairs are in the file; other metadata is not. */
function withoutPairs(record: SegmentRecord): SegmentRecord {
  const { [PAIRS_KEY]: _, ...extra } = record.meta?.extra ?? {};
  return { ...record, meta: { ...record.meta, extra } };
}

/** One file of lines. */
export function lineSerialiser(aligner: Aligner, write: (aligned: Aligned) => string): Serialiser<string> {
  return {
    totals: aligner.totals,
    losses: () => aligner.losses.list(),
    end: () => "",
    segment: (record) => {
      const aligned = aligner.align(record);
      return aligned ? write(aligned) : "";
    },
  };
}

/** Two texts, a sentence a line, and the pairs in a file of their own. */
export function archiveSerialiser(
  aligner: Aligner,
  name: string,
  write: (aligned: Aligned, sentence: number) => string,
): Serialiser<Uint8Array> {
  const zip = new ZipWriter();
  const files = { source: zip.file("source.txt"), pivot: zip.file("translation.txt"), pairs: zip.file(name) };
  return {
    totals: aligner.totals,
    losses: () => aligner.losses.list(),
    segment: (record) => {
      const aligned = aligner.align(record);
      if (aligned) {
        files.source.write(`${aligned.source}\n`);
        files.pivot.write(`${aligned.pivot}\n`);
        files.pairs.write(write(aligned, aligner.totals.segments));
      }
      return zip.take();
    },
    end: () => {
      for (const file of Object.values(files)) file.end();
      return zip.end();
    },
  };
}

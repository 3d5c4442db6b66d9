import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";
import { countForeignLosses, type ForeignLose, foreignLoser, type Keeps } from "./losses.ts";

/** The part of a serialiser that is the same for all foreign formats: totals and losses by what the format keeps. */
export function pieceSerialiser<Piece extends string | Uint8Array>(
  options: SerialiseOptions,
  keeps: Keeps,
  write: (record: SegmentRecord, lose: ForeignLose, number: number) => Piece,
  end: (segments: number) => Piece,
): Serialiser<Piece> {
  const losses = new LossCounter();
  const totals = { segments: 0, spans: 0, links: 0 };
  return {
    totals,
    losses: () => losses.list(),
    end: () => end(totals.segments),
    segment: (record) => {
      const { spans, links } = record.annotation;
      const number = ++totals.segments;
      const lose = foreignLoser(losses, record.id ?? `(segment ${number})`);
      countForeignLosses(record, keeps, options.sourceLang ?? null, lose);
      if (keeps.spans) totals.spans += spans.filter(({ side }) => keeps.pivot || side === "source").length;
      if (keeps.links) totals.links += links.length;
      return write(record, lose, number);
    },
  };
}

/** The same for formats that are text and often need nothing to close them. */
export const foreignSerialiser = (
  options: SerialiseOptions,
  keeps: Keeps,
  write: (record: SegmentRecord, lose: ForeignLose, number: number) => string,
  end: (segments: number) => string = () => "",
): Serialiser<string> => pieceSerialiser(options, keeps, write, end);

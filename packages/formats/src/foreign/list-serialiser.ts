import type { SerialiseOptions, Serialiser } from "../codec.ts";
import type { SegmentRecord } from "../record.ts";
import type { ForeignLose, Keeps } from "./losses.ts";
import { foreignSerialiser } from "./serialiser.ts";

/** Writes one JSON list, an object a line. */
export const listSerialiser = (
  options: SerialiseOptions,
  keeps: Keeps,
  write: (record: SegmentRecord, lose: ForeignLose) => string,
): Serialiser<string> =>
  foreignSerialiser(
    options,
    keeps,
    (record, lose, number) => `${number === 1 ? "[" : ","}\n${write(record, lose)}`,
    (segments) => (segments === 0 ? "[]\n" : "\n]\n"),
  );

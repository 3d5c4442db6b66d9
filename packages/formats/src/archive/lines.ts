import type { Serialiser } from "../codec.ts";
import { ZipWriter } from "./zip-writer.ts";

/** An archive with one growing file and others that come with it, made when it is known what is in it. */
export function archived(
  inner: Serialiser,
  name: string,
  others: () => readonly (readonly [name: string, content: string])[],
): Serialiser<Uint8Array> {
  const zip = new ZipWriter();
  const file = zip.file(name);
  return {
    totals: inner.totals,
    losses: () => inner.losses(),
    segment: (record) => {
      file.write(inner.segment(record));
      return zip.take();
    },
    end: () => {
      file.write(inner.end());
      file.end();
      for (const [other, content] of others()) zip.add(other, content);
      return zip.end();
    },
  };
}

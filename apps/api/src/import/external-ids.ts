import { hash } from "node:crypto";
import { IdSet, type SegmentRecord } from "@spanbridge/formats";
import { isMadeId } from "../db/made-id.ts";

/** 64 bits over both texts. */
export const contentHash = (sourceText: string, pivotText: string): string =>
  hash("sha256", `${sourceText}\0${pivotText}`, "hex").slice(0, 16);

/**
 * Names the segments of one file: by the file's own id or, where it has none, by document and content. A sentence that
 * comes again gets a number behind its name, so that it stays a segment of its own and the same file gives the same
 * names each time. An id that looks like one of ours is taken for one: nothing else can have the name that we make.
 */
export class ExternalIds {
  readonly #seen = new IdSet();
  /** How often those that came more than once have come. */
  readonly #repeated = new Map<string, number>();

  of({ id, document }: SegmentRecord, content: string): string {
    if (id !== null && !isMadeId(id)) return id;
    const name = `#${document === null ? content : hash("sha256", `${document}\0${content}`, "hex").slice(0, 16)}`;
    if (this.#seen.add(name)) return name;
    const times = (this.#repeated.get(name) ?? 1) + 1;
    this.#repeated.set(name, times);
    return `${name}-${times}`;
  }
}

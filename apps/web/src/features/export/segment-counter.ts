import { findExportCodec } from "@spanbridge/formats";

const LINE_FEED = 0x0a;

/** Counts the segments in the bytes of an export as they come by: lines or empty lines, where the format has such. */
export class SegmentCounter {
  readonly #counted: "lines" | "blocks" | null;
  #lastWasBreak = false;
  segments = 0;

  constructor(format: string) {
    this.#counted = findExportCodec(format)?.counted ?? null;
  }

  push(bytes: Uint8Array): void {
    if (this.#counted === null) return;
    const perBlankLine = this.#counted === "blocks";
    for (const byte of bytes) {
      const isBreak = byte === LINE_FEED;
      if (isBreak && (!perBlankLine || this.#lastWasBreak)) this.segments++;
      this.#lastWasBreak = isBreak;
    }
  }
}

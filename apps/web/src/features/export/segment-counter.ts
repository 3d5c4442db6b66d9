import type { ExportFormat } from "@spanbridge/shared/contracts";

const LINE_FEED = 0x0a;

/** Counts the segments in the bytes of an export as they come by: lines for pairs, empty lines for IOB2. */
export class SegmentCounter {
  readonly #perBlankLine: boolean;
  #lastWasBreak = false;
  segments = 0;

  constructor(format: ExportFormat) {
    this.#perBlankLine = format === "iob2";
  }

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      const isBreak = byte === LINE_FEED;
      if (isBreak && (!this.#perBlankLine || this.#lastWasBreak)) this.segments++;
      this.#lastWasBreak = isBreak;
    }
  }
}

import type { SerialiseOptions, Serialiser } from "@spanbridge/formats";
import type { ExportReport } from "@spanbridge/shared/contracts";
import { exportRecords } from "../db/export-record.ts";
import { exportCodec } from "../formats/choose.ts";
import { ByteWriter } from "./byte-writer.ts";
import { PlainRows } from "./plain-rows.ts";

const NEWLINE = 0x0a;

export type EncoderSettings = {
  readonly format: string;
  /** Reference of provenances that are stored without one; see `decodeBody`. */
  readonly ref: string;
  readonly options: SerialiseOptions & { readonly sourceLang: string };
};

export type Encoded = readonly Uint8Array<ArrayBuffer>[];
type EncodedEnd = { readonly bytes: Encoded; readonly report: ExportReport };

/** Turns rows as the database sends them into bytes of a file. */
export class Encoder {
  readonly #settings: EncoderSettings;
  readonly #serialiser: Serialiser;
  readonly #writer = new ByteWriter();
  readonly #plain: PlainRows | null;

  private constructor(settings: EncoderSettings, serialiser: Serialiser) {
    this.#settings = settings;
    this.#serialiser = serialiser;
    this.#plain = settings.format === "pairs" ? new PlainRows(settings.options.sourceLang) : null;
  }

  static async open(settings: EncoderSettings): Promise<Encoder> {
    const { format, options } = settings;
    return new Encoder(settings, await exportCodec(format, options.options ?? {}).createSerialiser(options));
  }

  /** `rows`: a piece of `readExport`. Gives what has come together; `end` gives the last of it. */
  encode(rows: Uint8Array): Encoded {
    if (this.#plain) this.#encodeEach(rows, this.#plain);
    else this.#encodeAll(rows);
    return this.#writer.take();
  }

  /** Nobody needs this piece any more. */
  reuse(piece: Uint8Array<ArrayBuffer>): void {
    this.#writer.reuse(piece);
  }

  #encodeEach(rows: Uint8Array, plain: PlainRows): void {
    for (let start = 0, end = 0; start < rows.length; start = end) {
      end = rows.indexOf(NEWLINE, start) + 1;
      const { bytes, used } = this.#writer.reserve(PlainRows.room(end - start));
      const written = plain.write(rows, start, end, bytes, used);
      if (written >= 0) this.#writer.written(written);
      else this.#encodeAll(rows.subarray(start, end));
    }
  }

  #encodeAll(rows: Uint8Array): void {
    const { ref, options } = this.#settings;
    for (const record of exportRecords(rows, options.sourceLang, ref)) {
      this.#writer.add(this.#serialiser.segment(record));
    }
  }

  end(): EncodedEnd {
    this.#writer.add(this.#serialiser.end());
    const report = { ...this.#totals(), losses: this.#serialiser.losses() };
    return { bytes: this.#writer.end(), report };
  }

  #totals(): Serialiser["totals"] {
    const { segments, spans, links } = this.#serialiser.totals;
    const plain = this.#plain?.totals;
    if (!plain) return { segments, spans, links };
    return { segments: segments + plain.segments, spans: spans + plain.spans, links: links + plain.links };
  }
}

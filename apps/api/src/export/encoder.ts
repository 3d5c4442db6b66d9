import type { SerialiseOptions, Serialiser } from "@spanbridge/formats";
import type { ExportReport } from "@spanbridge/shared/contracts";
import { exportRecords } from "../db/export-record.ts";
import { exportCodec } from "../formats/choose.ts";
import { ByteWriter } from "./byte-writer.ts";

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

  private constructor(settings: EncoderSettings, serialiser: Serialiser) {
    this.#settings = settings;
    this.#serialiser = serialiser;
  }

  static async open(settings: EncoderSettings): Promise<Encoder> {
    const { format, options } = settings;
    return new Encoder(settings, await exportCodec(format, options.options ?? {}).createSerialiser(options));
  }

  encode(rows: Uint8Array): Encoded {
    const { ref, options } = this.#settings;
    for (const record of exportRecords(rows, options.sourceLang, ref)) {
      this.#writer.add(this.#serialiser.segment(record));
    }
    return this.#writer.take();
  }

  end(): EncodedEnd {
    this.#writer.add(this.#serialiser.end());
    const report = { ...this.#serialiser.totals, losses: this.#serialiser.losses() };
    return { bytes: this.#writer.take(), report };
  }
}

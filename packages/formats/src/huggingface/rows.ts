import type { SerialiseOptions } from "../codec.ts";
import { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";
import { foldBreaks } from "../tokens/fold.ts";
import { countLosses, loser } from "../tokens/losses.ts";
import { place, type TokenPolicy } from "../tokens/place.ts";
import { type TagScheme, tagsOf } from "../tokens/schemes.ts";

/** A row of a data set. */
export type HfRow = {
  readonly id: string;
  readonly doc: string | null;
  readonly text: string;
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
};

/** Makes the rows of a data set, with what is lost on the way. */
export class RowMaker {
  readonly totals = { segments: 0, spans: 0, links: 0 };
  readonly losses = new LossCounter();
  readonly #options: SerialiseOptions;
  readonly #policy: TokenPolicy;
  readonly #scheme: TagScheme;
  #seen = 0;

  constructor(options: SerialiseOptions, policy: TokenPolicy, scheme: TagScheme) {
    this.#options = options;
    this.#policy = policy;
    this.#scheme = scheme;
  }

  /** Undefined for a text without tokens, which is counted. */
  row(record: SegmentRecord): HfRow | undefined {
    const number = ++this.#seen;
    const lose = loser(this.losses, record.id ?? `(segment ${number})`);
    const text = foldBreaks(record.annotation.sourceText);
    if (text !== record.annotation.sourceText) lose("line_breaks", text);
    const placed = place(record, text, this.#options.sourceLang ?? "und", this.#policy, lose);
    const written = placed.spans.map(({ span }) => span);
    countLosses(
      record,
      written,
      { document: true, language: false, key: null, spanKey: null },
      (code, what) => {
        if (code !== "language" || what !== this.#options.sourceLang) lose(code, what);
      },
    );
    if (placed.forms.length === 0) {
      lose("no_tokens", record.annotation.sourceText);
      return undefined;
    }
    this.totals.segments++;
    this.totals.spans += written.length;
    return {
      // Loaders want the column in each row.
      id: record.id ?? "",
      doc: record.document,
      text,
      tokens: placed.forms,
      tags: tagsOf(placed.forms.length, placed.spans, this.#scheme),
    };
  }
}

import type { OptionValues } from "@spanbridge/shared/contracts";
import { naaclCodec } from "./alignment/naacl.ts";
import { pharaohCodec } from "./alignment/pharaoh.ts";
import { argillaCodec } from "./argilla/codec.ts";
import { bratCodec } from "./brat/codec.ts";
import type { Codec } from "./codec.ts";
import { conllCodec } from "./conll/codec.ts";
import { conlluCodec } from "./conllu/codec.ts";
import { doccanoCodec } from "./doccano/codec.ts";
import { eatCodec } from "./eat/codec.ts";
import { factRuEvalCodec } from "./factrueval/codec.ts";
import { hfJsonlCodec } from "./huggingface/jsonl.ts";
import { hfParquetCodec } from "./huggingface/parquet.ts";
import { iob2Codec } from "./iob2/codec.ts";
import { klueCodec } from "./klue/codec.ts";
import { labelStudioCodec } from "./labelstudio/codec.ts";
import { pairsCodec } from "./pairs/codec.ts";
import { parallelCodec } from "./parallel/codec.ts";
import { prodigyCodec } from "./prodigy/codec.ts";
import { spacyCodec } from "./spacy/codec.ts";
import { stockmarkCodec } from "./stockmark/codec.ts";
import { tmxCodec } from "./tmx/codec.ts";
import { webannoCodec } from "./webanno/codec.ts";

/** Every format there is, in the order in which people are offered them. A new one is a folder and a line here. */
export const codecs = {
  pairs: pairsCodec,
  iob2: iob2Codec,
  conll: conllCodec,
  conllu: conlluCodec,
  klue: klueCodec,
  "hf-jsonl": hfJsonlCodec,
  "hf-parquet": hfParquetCodec,
  labelstudio: labelStudioCodec,
  doccano: doccanoCodec,
  prodigy: prodigyCodec,
  argilla: argillaCodec,
  spacy: spacyCodec,
  stockmark: stockmarkCodec,
  eat: eatCodec,
  pharaoh: pharaohCodec,
  naacl: naaclCodec,
  brat: bratCodec,
  webanno: webannoCodec,
  factrueval: factRuEvalCodec,
  parallel: parallelCodec,
  tmx: tmxCodec,
} as const satisfies { readonly [id: string]: Codec };

export type ImportCodec = Codec & { readonly createParser: NonNullable<Codec["createParser"]> };
export type ExportCodec = Codec & { readonly createSerialiser: NonNullable<Codec["createSerialiser"]> };

export const allCodecs: readonly Codec[] = Object.values(codecs);
const reads = (codec: Codec): codec is ImportCodec => codec.createParser !== undefined;
const writes = (codec: Codec): codec is ExportCodec => codec.createSerialiser !== undefined;
export const importCodecs: readonly ImportCodec[] = allCodecs.filter(reads);
export const exportCodecs: readonly ExportCodec[] = allCodecs.filter(writes);

export const findImportCodec = (id: string): ImportCodec | undefined =>
  importCodecs.find((codec) => codec.id === id);
export const findExportCodec = (id: string): ExportCodec | undefined =>
  exportCodecs.find((codec) => codec.id === id);

/** The extension, with its dot, and the media type of an export with these options. */
export function outputOf(
  codec: Codec,
  options: OptionValues = {},
): { readonly extension: string; readonly mediaType: string } {
  const { extensions, mediaType } = codec;
  return codec.output?.(options) ?? { extension: extensions[0], mediaType };
}

/** Options by which a format that is an archive with something beside the data becomes the data alone; none for others. */
export const dataAlone = (codec: Codec): OptionValues =>
  codec.exportOptions.specs.some(({ key }) => key === "package") ? { package: "file" } : {};

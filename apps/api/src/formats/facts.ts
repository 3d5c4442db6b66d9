import { allCodecs, type Codec } from "@spanbridge/formats";
import type { FormatInfo } from "@spanbridge/shared/contracts";

/** Every format with what programs have to know of it, in the order in which people are offered them. */
export const listFormats = (): FormatInfo[] => allCodecs.map(factsOf);

const factsOf = (codec: Codec): FormatInfo => ({
  id: codec.id,
  title: codec.title,
  summary: codec.summary,
  extensions: [...codec.extensions],
  mediaType: codec.mediaType,
  offsets: codec.offsets,
  lossless: codec.lossless,
  cannotHold: [...codec.cannotHold],
  imports: codec.createParser !== undefined,
  exports: codec.createSerialiser !== undefined,
  importOptions: codec.importOptions.specs.map(optionOf),
  exportOptions: codec.exportOptions.specs.map(optionOf),
});

const optionOf = (spec: Codec["importOptions"]["specs"][number]): FormatInfo["importOptions"][number] => ({
  key: spec.key,
  title: spec.title,
  ...(spec.hint === undefined ? {} : { hint: spec.hint }),
  kind: spec.kind,
  ...(spec.kind === "enum" ? { choices: spec.choices.map((choice) => ({ ...choice })) } : {}),
  default: spec.default,
});

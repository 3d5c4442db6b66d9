import {
  type Codec,
  type ExportCodec,
  exportCodecs,
  findExportCodec,
  findImportCodec,
  type ImportCodec,
  importCodecs,
} from "@spanbridge/formats";
import type { OptionValues } from "@spanbridge/shared/contracts";
import { AppError } from "../error.ts";

/** The codec an export is asked for, its options checked. */
export function exportCodec(format: string, options: OptionValues): ExportCodec {
  const codec = findExportCodec(format);
  if (!codec) throw unknown(format, exportCodecs);
  refuse(codec.exportOptions.problems(options));
  return codec;
}

/** The codec an import says it is in. */
export function importCodec(format: string): ImportCodec {
  const codec = findImportCodec(format);
  if (!codec) throw unknown(format, importCodecs);
  return codec;
}

/** Checks the options of an import against the format that was given or found. */
export const checkImportOptions = (codec: ImportCodec, options: OptionValues): void =>
  refuse(codec.importOptions.problems(options));

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new AppError("invalid_input", problems.join(" "));
}

const unknown = (format: string, known: readonly Codec[]): AppError =>
  new AppError(
    "invalid_input",
    `There is no format "${format}" here. There is: ${known.map(({ id }) => id).join(", ")}.`,
  );

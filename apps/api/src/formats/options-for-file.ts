import { dataAlone, outputOf } from "@spanbridge/formats";
import type { OptionValues } from "@spanbridge/shared/contracts";
import { exportCodec } from "./choose.ts";

/**
 * The options of an export into a named file. Some formats are archives, with what belongs to the data beside it, unless
 * told otherwise: a name that ends as the data alone does, such as `test.parquet`, tells them.
 */
export function optionsForFile(format: string, options: OptionValues, name: string): OptionValues {
  const codec = exportCodec(format, options);
  const alone = { ...dataAlone(codec), ...options };
  return name.endsWith(outputOf(codec, alone).extension) ? alone : options;
}

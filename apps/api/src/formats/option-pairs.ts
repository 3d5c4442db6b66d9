import { type OptionValues, optionValuesSchema } from "@spanbridge/shared/contracts";
import { AppError } from "../error.ts";

/** Options as they stand in an address or on the command line: `key=value`, each as often as there are options. */
export function readOptionPairs(pairs: readonly string[]): OptionValues {
  const entries = pairs.map((pair): [string, string] => {
    const at = pair.indexOf("=");
    if (at <= 0) throw new AppError("invalid_input", `"${pair}" is no option: write key=value.`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const values = optionValuesSchema.safeParse(Object.fromEntries(entries));
  if (!values.success) throw new AppError("invalid_input", "An option is too long.");
  return values.data;
}

/** For the command line: one more of an option that may be repeated. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

import type { OptionValues } from "@spanbridge/shared/contracts";
import { openSource, type Source } from "./read.ts";

/** The language that the first good row of a file says it is in; undefined where none does. */
export async function peekSourceLang(
  source: Source,
  format: string | undefined,
  options: OptionValues,
): Promise<string | undefined> {
  const { items } = await openSource(
    source,
    { file: source.name, labels: null, sourceLang: null, options },
    format,
  );
  for await (const read of items) {
    for (const item of read.items) {
      if (item.kind === "record") return item.record.sourceLang ?? undefined;
    }
  }
  return undefined;
}

import { z } from "zod";

/** Key of the file's metadata where the datasets library keeps the features. */
export const FEATURES_KEY = "huggingface";

const value = (dtype: string) => ({ dtype, _type: "Value" });
const list = (feature: object) => ({ feature, _type: "Sequence" });

/** The features of our files. `Sequence` is read by every version of the library; newer ones write `List`. */
export const featuresOf = (names: readonly string[]): string =>
  JSON.stringify({
    info: {
      features: {
        id: value("string"),
        doc: value("string"),
        text: value("string"),
        tokens: list(value("string")),
        ner_tags: list({ names, _type: "ClassLabel" }),
      },
    },
  });

const classLabel = z.object({ _type: z.literal("ClassLabel"), names: z.array(z.string()) });
const metadata = z.object({ info: z.object({ features: z.record(z.string(), z.unknown()) }) });
/** Older and newer ways to say "a list of". */
const listOf = z.union([z.object({ feature: classLabel }), z.array(classLabel).length(1)]);

/** The names of a column's numbers; empty where the metadata has none. */
export function namesOf(json: string | undefined, column: string): readonly string[] {
  if (json === undefined) return [];
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return [];
  }
  const found = metadata.safeParse(given);
  const feature = found.success ? listOf.safeParse(found.data.info.features[column]) : undefined;
  if (!feature?.success) return [];
  const label = "feature" in feature.data ? feature.data.feature : feature.data[0];
  return label?.names ?? [];
}

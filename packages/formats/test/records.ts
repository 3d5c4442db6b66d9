import { Text, words } from "@spanbridge/shared";
import fc from "fast-check";
import { anyPolicy, arbitraryAnnotation } from "../../shared/test/arbitraries.ts";
import { arbitraryText } from "../../shared/test/texts.ts";
import { ENTITY_KEYS, ROW_KEYS } from "../src/pairs/keys.ts";
import type { Json, JsonObject, SegmentMeta, SegmentRecord, SpanExtras } from "../src/record.ts";

/** JSON without what it cannot hold: -0 is written as 0. */
const arbitraryJson: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3, stringUnit: "binary" }).map((value) =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll("\\u0000", "")
      .replaceAll(/-0(?![.\d])/g, "0"),
  ),
);

const keyedBy = (reserved: ReadonlySet<string>): fc.Arbitrary<JsonObject> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom("genre", "__proto__", "constructor", "10", "schlüssel", "a b"),
          arbitraryText,
        ),
        arbitraryJson,
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((entries) => Object.fromEntries(entries.filter(([key]) => !reserved.has(key))))
    .filter((object) => Object.keys(object).length > 0);

/** Any record as an import in the layer "predictions" gives it. */
export const arbitraryRecord: fc.Arbitrary<SegmentRecord> = arbitraryAnnotation(anyPolicy)
  .filter(({ sourceText }) => sourceText !== "")
  .chain((annotation) => {
    const source = new Text(annotation.sourceText);
    const ranges = words(source, "th").map(({ start, end }): [number, number] => [start, end]);
    const original = fc.constantFrom(null, "", "Once it was this.").map((text) => {
      return text === annotation.pivotText ? null : text;
    });
    const meta: fc.Arbitrary<SegmentMeta | null> = fc.oneof(
      fc.constant(null),
      fc.record({ extra: keyedBy(ROW_KEYS) }),
      fc.record({ tokens: fc.constant({ source: { ranges } }), extra: keyedBy(ROW_KEYS) }),
    );
    const [first] = annotation.spans;
    const spanExtras: fc.Arbitrary<SpanExtras | null> = first
      ? fc.oneof(
          fc.constant(null),
          keyedBy(ENTITY_KEYS).map((extra) => ({ [first.id]: extra })),
        )
      : fc.constant(null);
    return fc.record({
      id: fc.option(fc.string({ unit: "grapheme-composite", minLength: 1, maxLength: 9 })),
      document: fc.option(fc.constantFrom("n01001", "Новости", "文書 7")),
      sourceLang: fc.option(fc.constantFrom("zh", "zh-Hant-TW", "ar", "th")),
      annotation: fc.constant(annotation),
      originalPivotText: original,
      meta,
      spanExtras,
    });
  });

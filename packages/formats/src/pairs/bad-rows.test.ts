import { describe, expect, it } from "vitest";
import { parse } from "../../test/support.ts";
import type { ParseOptions } from "../codec.ts";
import { pairsCodec } from "./codec.ts";

type Row = Record<string, unknown>;

const span = (start: number, end: number, more: Row = {}): Row => ({ start, end, label: "PER", ...more });
/** 奧巴馬 at 2 to 5; Obama at 4 to 9, behind a character that is two UTF-16 units. */
const good: Row = {
  id: "n1",
  source_lang: "zh",
  source_text: "總統奧巴馬說。",
  english_text: "𝔘 — Obama said.",
  source_entities: [span(2, 5, { id: "s1", text: "奧巴馬" })],
  english_entities: [span(4, 9, { id: "e1", text: "Obama", score: 0.5 })],
  links: [["e1", "s1"]],
};
const row = (change: Row): string => JSON.stringify({ ...good, ...change });
const source = (...entities: unknown[]) => row({ source_entities: entities, links: [] });
const ours = (section: Row, change: Row = {}) => row({ spanbridge: { version: 1, ...section }, ...change });
const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
const human = { provenance: { origin: "human", ref: "u" } };

/** What is wrong, the row, and the field, code and part of the sentence it must be reported with. */
const cases: readonly (readonly [string, string, string, string, string])[] = [
  ["broken JSON", '{"id": "n1", ', "", "invalid_json", "not valid JSON"],
  ["Python's NaN", '{"score": NaN}', "", "invalid_json", "not valid JSON"],
  ["a mark of byte order inside the file", `\n\ufeff${row({})}`, "", "invalid_json", "not valid JSON"],
  ["a list", "[1]", "", "not_an_object", "this one holds a list"],
  ["a number", "7", "", "not_an_object", "a number"],
  ["null", "null", "", "not_an_object", "null"],
  ["no source text", row({ source_text: undefined }), "source_text", "missing", "missing"],
  ["an empty source text", row({ source_text: "" }), "source_text", "empty", "empty"],
  ["a number as text", row({ source_text: 5 }), "source_text", "wrong_type", "found a number (5)"],
  ["a list as translation", row({ english_text: ["x"] }), "english_text", "wrong_type", "found a list"],
  ["a number as id", row({ id: 12 }), "id", "wrong_type", "Expected a string, found a number (12)"],
  ["an empty id", row({ id: "" }), "id", "empty", "leave it out"],
  ["a huge id", row({ id: "x".repeat(501) }), "id", "too_long", "501 characters"],
  ["a huge document name", row({ doc: "x".repeat(501) }), "doc", "too_long", "501 characters"],
  ["a huge text", row({ english_text: "x".repeat(1_000_001) }), "english_text", "too_long", "1000001"],
  ["no language tag", row({ source_lang: "chinese!" }), "source_lang", "language", "not a language tag"],
  ["another language", row({ source_lang: "ja" }), "source_lang", "other_language", '"zh" was expected'],
  ["entities that are no list", row({ source_entities: {} }), "source_entities", "wrong_type", "an object"],
  ["an entity that is no object", source(null), "source_entities[0]", "wrong_type", "found null"],
  ["no start", source({ end: 2, label: "PER" }), "source_entities[0].start", "missing", "missing"],
  ["a string as offset", source(span(2, 5, { end: "5" })), "source_entities[0].end", "wrong_type", '("5")'],
  ["true as offset", source(span(2, 5, { start: true })), "source_entities[0].start", "wrong_type", "true"],
  ["half an offset", source(span(1.5, 5)), "source_entities[0].start", "offset", "found 1.5"],
  ["a negative offset", source(span(-1, 5)), "source_entities[0].start", "offset", "found -1"],
  ["a huge offset", source(span(2, 1e300)), "source_entities[0].end", "offset", "found 1e+300"],
  ["an empty range", source(span(3, 3)), "source_entities[0].end", "empty_range", "3 to 3 is empty"],
  ["a reversed range", source(span(5, 2)), "source_entities[0].end", "empty_range", "5 to 2"],
  ["an end outside", source(span(2, 8)), "source_entities[0].end", "outside_text", "has 7 code points"],
  ["a start outside", source(span(7, 8)), "source_entities[0].start", "outside_text", "7 code points"],
  [
    "an entity of no translation",
    row({ english_text: null, links: [] }),
    "english_entities[0].start",
    "outside_text",
    "0 code points",
  ],
  [
    "offsets that disagree",
    source(span(1, 4, { text: "奧巴馬" })),
    "source_entities[0].text",
    "text_mismatch",
    'Says "奧巴馬", but the text has "統奧巴" at 1 to 4',
  ],
  [
    "offsets in UTF-16",
    row({ english_entities: [span(5, 10, { id: "e1", text: "Obama" })] }),
    "english_entities[0].text",
    "text_mismatch",
    "seem to count UTF-16 units",
  ],
  [
    "an inclusive end",
    source(span(2, 4, { text: "奧巴馬" })),
    "source_entities[0].text",
    "text_mismatch",
    "seems to be inclusive",
  ],
  [
    "a text that is no string",
    source(span(2, 5, { text: 1 })),
    "source_entities[0].text",
    "wrong_type",
    "a number",
  ],
  [
    "a start inside an emoji",
    row({ source_text: "👩‍💻 Ann", source_entities: [span(1, 6)], links: [] }),
    "source_entities[0].start",
    "cuts_cluster",
    "Offset 1",
  ],
  [
    "an end before a vowel sign",
    row({ source_text: "दिल्ली", source_entities: [span(0, 1)], links: [] }),
    "source_entities[0].end",
    "cuts_cluster",
    "Offset 1",
  ],
  [
    "an unknown label",
    source(span(2, 5, { label: "GPE" })),
    "source_entities[0].label",
    "unknown_label",
    "PER, ORG",
  ],
  ["no label", source({ start: 2, end: 5 }), "source_entities[0].label", "missing", "missing"],
  [
    "a list of labels",
    source(span(2, 5, { label: ["PER"] })),
    "source_entities[0].label",
    "wrong_type",
    "list",
  ],
  [
    "a score in words",
    source(span(2, 5, { score: "high" })),
    "source_entities[0].score",
    "wrong_type",
    '"high"',
  ],
  ["a number as entity id", source(span(2, 5, { id: 1 })), "source_entities[0].id", "wrong_type", "a number"],
  ["an empty entity id", source(span(2, 5, { id: "" })), "source_entities[0].id", "empty", "empty"],
  [
    "an entity id given twice",
    source(span(2, 5, { id: "s1" }), span(0, 2, { id: "s1" })),
    "source_entities[1].id",
    "duplicate_id",
    "already that of source_entities[0]",
  ],
  [
    "one id on both sides",
    row({ english_entities: [span(4, 9, { id: "s1" })], links: [] }),
    "english_entities[0].id",
    "duplicate_id",
    "source_entities[0]",
  ],
  ["an entity given twice", source(span(2, 5), span(2, 5)), "source_entities[1]", "duplicate_span", "twice"],
  ["links that are no list", row({ links: "e1-s1" }), "links", "wrong_type", "a string"],
  ["a link of one", row({ links: [["e1"]] }), "links[0]", "wrong_type", "a list of 1"],
  ["a link by number", row({ links: [[0, 0]] }), "links[0]", "wrong_type", "two ids"],
  ["a link to nothing", row({ links: [["e1", "s9"]] }), "links[0][1]", "unknown_id", '"s9"'],
  [
    "a link to a prototype's key",
    row({ links: [["e1", "__proto__"]] }),
    "links[0][1]",
    "unknown_id",
    "__proto__",
  ],
  [
    "a link the wrong way",
    row({ links: [["s1", "e1"]] }),
    "links[0]",
    "link_sides",
    "English id comes first",
  ],
  ["a link within a side", row({ links: [["s1", "s1"]] }), "links[0]", "link_sides", "Both"],
  [
    "a link given twice",
    row({
      links: [
        ["e1", "s1"],
        ["e1", "s1"],
      ],
    }),
    "links[1]",
    "duplicate_link",
    "twice",
  ],
  ["half a surrogate pair", row({}).replace("說", "\\ud83d"), "source_text", "lone_surrogate", "U+D83D"],
  [
    "NUL",
    row({ english_text: "a\0b", english_entities: [], links: [] }),
    "english_text",
    "nul_character",
    "NUL",
  ],
  ["NUL in metadata", row({ meta: { a: ["\0"] } }), "meta.a[0]", "nul_character", "NUL"],
  ["NUL in a key", row({ meta: { "\0": 1 } }), "meta.\0", "nul_character", "NUL"],
  ["deep metadata", row({ deep: nested(80) }), `deep${"[0]".repeat(64)}`, "too_deep", "64 levels"],
  ["a number beyond all", row({ n: 1 }).replace('"n":1', '"n":1e999'), "n", "number_range", "too large"],
  ["too many entities", source(...Array(5001).fill(span(2, 5))), "source_entities", "too_many", "5001"],
  [
    "tokens without offsets",
    row({ source_tokens: ["總統"] }),
    "source_token_offsets",
    "missing",
    "place them",
  ],
  [
    "fewer tokens than offsets",
    row({ source_tokens: [], source_token_offsets: [[0, 2]] }),
    "source_token_offsets",
    "tokens",
    "1 offsets for 0",
  ],
  ["a token outside", row({ source_token_offsets: [[0, 8]] }), "source_token_offsets[0]", "tokens", "0 to 8"],
  [
    "tokens that overlap",
    row({
      source_token_offsets: [
        [0, 2],
        [1, 3],
      ],
    }),
    "source_token_offsets[1]",
    "tokens",
    "1 to 3",
  ],
  [
    "a token range of one",
    row({ english_token_offsets: [[0]] }),
    "english_token_offsets[0]",
    "wrong_type",
    "of 1",
  ],
  [
    "a token that is not in the text",
    row({ source_tokens: ["总统"], source_token_offsets: [[0, 2]] }),
    "source_tokens[0]",
    "tokens",
    'the text has "總統"',
  ],
  ["another version of ours", row({ spanbridge: { version: 2 } }), "spanbridge.version", "extension", "1"],
  ["an unknown key of ours", ours({ colour: 1 }), "spanbridge", "extension", "colour"],
  ["ours as a string", row({ spanbridge: "yes" }), "spanbridge", "extension", "object"],
  [
    "a rejection without reason",
    ours({ review: { state: "rejected", reason: "" } }),
    "spanbridge.review",
    "extension",
    "",
  ],
  [
    "a note without time",
    ours({ notes: [{ id: "a", text: "b", author: "c" }] }),
    "spanbridge.notes[0].at",
    "extension",
    "",
  ],
  [
    "provenance of nothing",
    ours({ entities: [{ id: "s9", ...human }] }),
    "spanbridge.entities[0]",
    "unknown_id",
    "s9",
  ],
  [
    "provenance of a missing link",
    ours({ links: [{ link: ["e1", "s1"], ...human }] }, { links: [] }),
    "spanbridge.links[0]",
    "unknown_id",
    "no link",
  ],
  [
    "an absence beside a link",
    ours({ absences: [{ id: "s1", reason: "added_by_translation" }] }),
    "spanbridge.absences[0]",
    "absence",
    "has a link",
  ],
  [
    "provenance without end",
    ours({
      entities: [
        {
          id: "s1",
          provenance: JSON.parse(`${'{"origin":"human","previous":'.repeat(90)}{}${"}".repeat(90)}`),
        },
      ],
    }),
    `spanbridge.entities[0].provenance${".previous".repeat(61)}`,
    "too_deep",
    "64",
  ],
];

const options: Partial<ParseOptions> = { labels: new Set(["PER", "ORG", "LOC"]), sourceLang: "zh" };

describe("a bad row", () => {
  it.each(cases)("with %s is left out, with its reason", (_, bad, field, code, sentence) => {
    const number = bad.startsWith("\n") ? 3 : 2;
    const file = `${row({ id: "before" })}\n${bad}\n${row({ id: "after" })}\n`;
    const { records, bad: reports, totals } = parse(pairsCodec, file, options);
    expect(records.map(({ id }) => id)).toEqual(["before", "after"]);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.[0]).toMatchObject({ severity: "error", file: "test", row: number, field, code });
    expect(reports[0]?.[0]?.message).toContain(sentence);
    expect(totals).toMatchObject({ rows: 3, records: 2, bad: 1, spans: 4, links: 2 });
  });

  it("is the second one with an id; a bad one before does not count", () => {
    const file = [
      row({ source_text: "" }),
      row({}),
      row({ english_text: "Other", english_entities: [], links: [] }),
    ];
    const { records, bad } = parse(pairsCodec, file.join("\n"), options);
    expect(records).toHaveLength(1);
    expect(bad.map(([first]) => `${first?.row} ${first?.code}`)).toEqual(["1 empty", "3 duplicate_segment"]);
  });

  it("has all its errors listed, up to a limit that says how many more there are", () => {
    const { bad } = parse(pairsCodec, source(...Array.from({ length: 50 }, (_, n) => span(n, n))), options);
    expect(bad[0]).toHaveLength(20);
    expect(bad[0]?.at(-1)?.message).toMatch(/And 30 more errors in this row/);
  });

  it("overlaps only where that is not allowed", () => {
    const overlapping = source(span(0, 5), span(2, 5), span(2, 5, { label: "ORG" }));
    expect(parse(pairsCodec, overlapping, options).records).toHaveLength(1);
    const { bad } = parse(pairsCodec, overlapping, { ...options, allowOverlap: false });
    expect(bad[0]?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      "source_entities[1] overlap",
      "source_entities[2] overlap",
    ]);
    const apart = source(span(0, 2), span(2, 5));
    expect(parse(pairsCodec, apart, { ...options, allowOverlap: false }).records).toHaveLength(1);
  });
});

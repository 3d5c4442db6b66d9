import type { Random } from "../support/random.ts";
import { any, bad, good, type RowKind } from "./kinds.ts";

export type Entity = {
  id?: unknown;
  start: number;
  end: number;
  label: string;
  text?: string;
  score?: unknown;
};

/** A row of the fixtures, to be changed at will. */
export type PairsRow = {
  [key: string]: unknown;
  id: string;
  source_lang: string;
  source_text: string;
  english_text: string;
  source_entities: Entity[];
  english_entities: Entity[];
  links?: [string, string][];
};

const json = JSON.stringify;
const points = (text: string): number => [...text].length;
const slice = (text: string, start: number, end: number): string => [...text].slice(start, end).join("");

const lists = { source: "source_entities", english: "english_entities" } as const;
const texts = { source: "source_text", english: "english_text" } as const;

/** Changes one entity of the row; undefined where it has none, or nothing could be changed. */
function onEntity(
  row: PairsRow,
  random: Random,
  change: (entity: Entity, text: string, random: Random) => unknown,
): string | undefined {
  const sides = (["source", "english"] as const).filter((side) => row[lists[side]].length > 0);
  if (sides.length === 0) return undefined;
  const side = random.pick(sides);
  const entity = random.pick(row[lists[side]]);
  return change(entity, row[texts[side]], random) === undefined ? undefined : json(row);
}

const entityKind = (
  name: string,
  codes: readonly string[],
  change: (entity: Entity, text: string, random: Random) => unknown,
): RowKind<PairsRow> => ({
  name,
  effect: bad(...codes),
  apply: (row, random) => onEntity(row, random, change),
});

const rowKind = (
  name: string,
  codes: readonly string[],
  change: (row: PairsRow, random: Random) => unknown,
): RowKind<PairsRow> => ({
  name,
  effect: bad(...codes),
  apply: (row, random) => (change(row, random) === undefined ? undefined : json(row)),
});

/** Puts another value where a string or list belongs. */
const wrong = (random: Random): unknown => random.pick([7, -0.5, true, { a: 1 }, ["x", [1]]] as const);
const typed = ["id", "doc", "source_lang", "source_text", "english_text"] as const;

export const pairsKinds: readonly RowKind<PairsRow>[] = [
  {
    name: "broken JSON: cut off",
    effect: bad("invalid_json"),
    apply: (row, random) => json(row).slice(0, 1 + random.below(json(row).length - 2)),
  },
  {
    name: "broken JSON: a quote too many",
    effect: any,
    apply: (row, random) => {
      const text = json(row);
      const at = random.below(text.length);
      return `${text.slice(0, at)}"${text.slice(at)}`;
    },
  },
  {
    name: "not an object",
    effect: bad("not_an_object"),
    apply: (row, random) => random.pick(["null", "7", "true", '"text"', "[]", `[${json(row)}]`] as const),
  },
  rowKind("missing source text", ["missing"], (row) => Reflect.deleteProperty(row, "source_text")),
  rowKind("empty source text", ["empty"], (row) => Object.assign(row, { source_text: "" })),
  rowKind("wrong type of a field", ["wrong_type"], (row, random) =>
    Object.assign(row, { [random.pick(typed)]: wrong(random) }),
  ),
  rowKind("entities or links of a wrong type", ["wrong_type"], (row, random) =>
    Object.assign(row, { [random.pick(["source_entities", "english_entities", "links"] as const)]: "none" }),
  ),
  rowKind("an id or name too long", ["too_long"], (row, random) =>
    Object.assign(row, { [random.pick(["id", "doc"] as const)]: "x".repeat(501 + random.below(99)) }),
  ),
  rowKind("another language", ["other_language"], (row) => Object.assign(row, { source_lang: "fi" })),
  rowKind("no language tag", ["language"], (row) => Object.assign(row, { source_lang: "zh_" })),
  entityKind("offsets outside the text", ["outside_text"], (entity, text, random) =>
    Object.assign(entity, { end: points(text) + 1 + random.below(9) }),
  ),
  entityKind("start not before end", ["empty_range"], (entity, _, random) =>
    Object.assign(entity, { start: entity.end + random.below(3) }),
  ),
  entityKind("negative or fractional offset", ["offset"], (entity, _, random) =>
    Object.assign(entity, { start: random.pick([-1, 0.5, 1e300, -2.25] as const) }),
  ),
  entityKind("offset of a wrong type", ["wrong_type"], (entity, _, random) =>
    Object.assign(entity, { end: random.pick([null, "9", [9], false] as const) }),
  ),
  entityKind("missing offset or label", ["missing"], (entity, _, random) =>
    Reflect.deleteProperty(entity, random.pick(["start", "end", "label"] as const)),
  ),
  entityKind(
    "offsets that disagree with the text",
    ["text_mismatch", "cuts_cluster"],
    (entity, text, random) => {
      const surface = slice(text, entity.start, entity.end);
      const by = random.pick([1, -1] as const);
      const [start, end] = [entity.start + by, entity.end + by];
      if (start < 0 || end > points(text) || slice(text, start, end) === surface) return undefined;
      return Object.assign(entity, { start, end, text: surface });
    },
  ),
  rowKind("a cut grapheme cluster", ["cuts_cluster"], (row, random) => {
    const cluster = random.pick(["👩‍💻", "👍🏽", "🇹🇷", "é́", "กำ", "क्ष"] as const);
    const start = points(row.source_text);
    row.source_text += cluster;
    return row.source_entities.push({ start, end: start + 1, label: "PER" });
  }),
  entityKind("unknown label", ["unknown_label"], (entity, _, random) =>
    Object.assign(entity, { label: random.pick(["GPE", "per", "", "PER ", "__proto__", "B-PER"] as const) }),
  ),
  entityKind("score of a wrong type", ["wrong_type"], (entity) => Object.assign(entity, { score: "0.5" })),
  rowKind("an entity id given twice", ["duplicate_id"], (row, random) => {
    const [first] = row.source_entities;
    if (!first || row.english_entities.length === 0) return undefined;
    const other = random.pick(row.english_entities);
    return Object.assign(other, { id: Object.assign(first, { id: "same" }).id });
  }),
  rowKind("an entity given twice", ["duplicate_span"], (row) => {
    const [first] = row.source_entities;
    return first && row.source_entities.push({ start: first.start, end: first.end, label: first.label });
  }),
  rowKind("a link to an unknown id", ["unknown_id"], (row, random) =>
    Object.assign(row, {
      links: [
        ...(row.links ?? []),
        random.pick([
          ["e1", "s99"],
          ["e99", "s1"],
        ] as const),
      ],
    }),
  ),
  rowKind("a link the wrong way round", ["link_sides"], (row) => {
    const [link] = row.links ?? [];
    return link && Object.assign(row, { links: [[link[1], link[0]]] });
  }),
  rowKind("a link given twice", ["duplicate_link"], (row, random) => {
    const { links = [] } = row;
    return links.length > 0 ? links.push(random.pick(links)) : undefined;
  }),
  rowKind("a link that is no pair", ["wrong_type"], (row, random) =>
    Object.assign(row, { links: [random.pick([["e1"], ["e1", "s1", 1], [1, 2], "e1-s1", null] as const)] }),
  ),
  {
    name: "a lone surrogate",
    effect: bad("lone_surrogate"),
    apply: (row, random) => {
      const half = random.pick(["\\ud83d", "\\uDC4D", "\\ude00x", "\\uD800\\uD800"] as const);
      return json({ ...row, note: "HALF" }).replace("HALF", half);
    },
  },
  {
    name: "the character NUL",
    effect: bad("nul_character"),
    apply: (row) => json({ ...row, [`k${row.id}`]: [{ deep: "a\0" }] }),
  },
  {
    name: "a raw control character",
    effect: bad("invalid_json"),
    apply: (row, random) =>
      json({ ...row, note: "HERE" }).replace("HERE", random.pick(["\0", "\t", "\x1b"] as const)),
  },
  rowKind("tokens that do not fit", ["tokens", "wrong_type", "missing"], (row, random) => {
    const size = points(row.source_text);
    const ranges = random.pick([
      [[0, size + 1]],
      [[1, 1]],
      [
        [0, 2],
        [1, 3],
      ],
      [[-1, 1]],
      [["0", 1]],
      [[0]],
    ] as const);
    return Object.assign(row, { source_tokens: ranges.map(() => "?"), source_token_offsets: ranges });
  }),
  {
    name: "metadata nested too deep",
    effect: bad("too_deep"),
    apply: (row) => json({ ...row, deep: "DEEP" }).replace('"DEEP"', `${"[".repeat(200)}${"]".repeat(200)}`),
  },
  {
    name: "a number beyond all range",
    effect: bad("number_range"),
    apply: (row) => json({ ...row, big: "BIG" }).replace('"BIG"', "-1e999"),
  },
  rowKind("a damaged section of our own", ["extension", "unknown_id"], (row, random) =>
    Object.assign(row, {
      spanbridge: random.pick([
        { version: 9 },
        "1",
        { version: 1, review: { state: "rejected", reason: "" } },
        { version: 1, absences: [{ id: "nobody", reason: "added_by_translation" }] },
        { version: 1, links: [{ link: ["e1", "nobody"], score: 1 }] },
        { version: 1, unknown: true },
      ] as const),
    }),
  ),
  {
    name: "good: a key given twice",
    effect: good,
    apply: (row) => json(row).replace("{", '{"source_text":"first","english_text":7,'),
  },
  {
    name: "good: names of an object's machinery",
    effect: good,
    apply: (row) =>
      json(row).replace(/\}$/, ',"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  },
  {
    name: "good: all characters escaped",
    effect: good,
    apply: (row) =>
      json(row).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  },
  {
    name: "good: ids and text left out",
    effect: good,
    apply: (row) => {
      const bare = (list: Entity[]) => list.map(({ start, end, label }) => ({ start, end, label }));
      const { source_lang, source_text, english_text, source_entities, english_entities } = row;
      return json({
        source_lang,
        source_text,
        english_text,
        source_entities: bare(source_entities),
        english_entities: bare(english_entities),
      });
    },
  },
  { name: "good: as it is", effect: good, apply: (row) => json(row) },
];

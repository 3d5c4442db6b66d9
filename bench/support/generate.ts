import type { Random } from "./random.ts";

/** Names with their counterpart and label; the sentences around them are made of the fillers. */
const names = [
  ["奧巴馬", "Obama", "PER"],
  ["北京", "Beijing", "LOC"],
  ["聯合國", "the United Nations", "ORG"],
  ["臺灣", "Taiwan", "LOC"],
  ["默克爾", "Angela Merkel", "PER"],
  ["世界銀行", "World Bank", "ORG"],
  ["東京", "Tokyo", "LOC"],
  ["𠮷野家", "Yoshinoya", "ORG"],
] as const;
const chineseFillers = ["昨天在", "表示，", "的代表與", "訪問了", "宣布將於明年前往", "；據報道，", "認為"];
const englishFillers = [
  "met in",
  "said that",
  "and a delegate of",
  "visited",
  "will travel next year to",
  "thinks of",
];

type Entity = { id: string; start: number; end: number; label: string; text: string; score?: number };

/**
 * One row of the pairs format, as a line with its line end: a Chinese sentence of about 40 characters, an English one of
 * about 90, two to four linked entities on each side, as in the news half of the parallel corpora.
 */
export function pairsLine(random: Random, index: number, document: string): string {
  const count = 2 + random.below(3);
  const sides = {
    source: { text: "", length: 0, entities: [] },
    english: { text: "", length: 0, entities: [] },
  } as {
    [side in "source" | "english"]: { text: string; length: number; entities: Entity[] };
  };
  const append = (side: "source" | "english", text: string): void => {
    sides[side].text += text;
    sides[side].length += [...text].length;
  };
  const links: [string, string][] = [];
  for (let entity = 0; entity < count; entity++) {
    const [chinese, english, label] = random.pick(names);
    if (entity > 0) append("english", " ");
    for (const [side, text, id] of [
      ["source", chinese, `s${entity}`],
      ["english", english, `e${entity}`],
    ] as const) {
      const start = sides[side].length;
      append(side, text);
      const score = side === "source" ? { score: Math.round(random.next() * 1000) / 1000 } : {};
      sides[side].entities.push({ id, start, end: sides[side].length, label, text, ...score });
    }
    links.push([`e${entity}`, `s${entity}`]);
    append("source", random.pick(chineseFillers));
    append("english", ` ${random.pick(englishFillers)}`);
  }
  append("source", `第${index}號。`);
  append("english", ` number ${index}.`);
  return `${JSON.stringify({
    id: `g${String(index).padStart(8, "0")}`,
    doc: document,
    source_lang: "zh",
    source_text: sides.source.text,
    english_text: sides.english.text,
    source_entities: sides.source.entities,
    english_entities: sides.english.entities,
    links,
  })}\n`;
}

/** `count` rows, about `perDocument` in each document. */
export function* pairsLines(random: Random, count: number, perDocument = 1000): Generator<string> {
  for (let index = 0; index < count; index++) {
    yield pairsLine(random, index, `part-${String(Math.floor(index / perDocument)).padStart(4, "0")}`);
  }
}

/** One row with as many linked pairs of entities, about 40 source characters each, on one long line. */
export function longLine(random: Random, pairs: number): string {
  const entities: { source: Entity[]; english: Entity[] } = { source: [], english: [] };
  const links: [string, string][] = [];
  const texts = { source: "", english: "" };
  const lengths = { source: 0, english: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    const row: {
      source_text: string;
      english_text: string;
      source_entities: Entity[];
      english_entities: Entity[];
    } = JSON.parse(pairsLine(random, pair, ""));
    for (const [side, text, [entity], id] of [
      ["source", row.source_text, row.source_entities, `s${pair}`],
      ["english", `${row.english_text} `, row.english_entities, `e${pair}`],
    ] as const) {
      if (entity) {
        const at = lengths[side];
        entities[side].push({ ...entity, id, start: entity.start + at, end: entity.end + at });
      }
      texts[side] += text;
      lengths[side] += [...text].length;
    }
    links.push([`e${pair}`, `s${pair}`]);
  }
  return `${JSON.stringify({
    id: "long",
    doc: "long",
    source_lang: "zh",
    source_text: texts.source,
    english_text: texts.english,
    source_entities: entities.source,
    english_entities: entities.english,
    links,
  })}\n`;
}

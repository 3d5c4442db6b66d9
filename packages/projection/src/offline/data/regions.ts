/** What makes the name of a country one of its people or its language when it is written right after it; simplified. */
export const OF_PEOPLE: Readonly<Record<string, ReadonlySet<string>>> = {
  zh: new Set("人 语 文 籍 裔 族".split(" ")),
  ja: new Set("人 语 系 製 制".split(" ")),
  ko: new Set("인 어 계".split(" ")),
};

/** Words for being somewhere or going there, before the name of a place. */
export const LOCATIVES: Readonly<Record<string, ReadonlySet<string>>> = {
  ru: new Set("в во на из".split(" ")),
  uk: new Set("в у на з із".split(" ")),
  bg: new Set("в във на от".split(" ")),
  be: new Set("в у на з".split(" ")),
};

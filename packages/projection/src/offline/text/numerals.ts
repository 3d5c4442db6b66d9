const HAN_DIGITS: ReadonlyMap<string, number> = new Map(
  [..."〇一二三四五六七八九"]
    .map((digit, value) => [digit, value] as const)
    .concat([
      ["零", 0],
      ["两", 2],
      ["兩", 2],
    ]),
);
const HAN_UNITS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const HAN_MYRIADS: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["亿", 1e8],
  ["億", 1e8],
  ["兆", 1e12],
]);
const DIGIT = /\p{Nd}/u;
const ZEROES = /[0٠۰०০๐໐០၀০੦૦୦௦౦೦൦]/u;

/** Value of a decimal digit of any script: each script's ten digits are consecutive code points. */
function digitValue(character: string): number | undefined {
  if (!DIGIT.test(character)) return undefined;
  const code = character.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value++) {
    const zero = String.fromCodePoint(code - value);
    if (ZEROES.test(zero) || zero.normalize("NFKC") === "0") return value;
  }
  return undefined;
}

/** Value of a number in digits of any script or in Han numerals, undefined for anything else. Separators of thousands are skipped. */
export function numberValue(value: string): number | undefined {
  const characters = [...value].filter((character) => !/[,.٬’']/u.test(character));
  if (characters.length === 0) return undefined;
  let digits = 0;
  for (const character of characters) {
    const digit = digitValue(character);
    if (digit === undefined) return hanValue(characters);
    digits = digits * 10 + digit;
  }
  return digits;
}

function hanValue(characters: readonly string[]): number | undefined {
  let total = 0;
  let section = 0;
  let current = 0;
  let positional = true;
  for (const character of characters) {
    const digit = HAN_DIGITS.get(character) ?? digitValue(character);
    const unit = HAN_UNITS.get(character);
    const myriad = HAN_MYRIADS.get(character);
    if (digit !== undefined)
      current = positional ? current * 10 + digit : current * (current > 0 ? 10 : 1) + digit;
    else if (unit !== undefined) {
      section += (current === 0 ? 1 : current) * unit;
      current = 0;
      positional = false;
    } else if (myriad !== undefined) {
      total += (section + current || 1) * myriad;
      section = 0;
      current = 0;
      positional = false;
    } else return undefined;
  }
  return total + section + current;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Value of a Roman numeral up to 399 in folded letters, undefined for anything else. */
export function romanValue(folded: string): number | undefined {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(folded) || folded === "") return undefined;
  let value = 0;
  for (let at = 0; at < folded.length; at++) {
    const here = ROMAN[folded.charAt(at)] ?? 0;
    value += here < (ROMAN[folded.charAt(at + 1)] ?? 0) ? -here : here;
  }
  return value;
}

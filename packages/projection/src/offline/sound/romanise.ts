import anyAscii from "any-ascii";
import { ALPHABET, encode, latinSymbols } from "./symbols.ts";

/** Symbols of `symbols.ts` for letters whose sound the general romanisation does not give (or gives as a spelling). */
const LETTERS: Readonly<Record<string, string>> = {
  ...table(
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "a b v g d e J z i i k l m n o p r s t u f h c C S S _ i _ e iu ia",
  ),
  ...table("ёєіїґўћђљњџј", "o ie i i g w C J l n J i"),
  ...table(
    "ابتثجحخدذرزسشصضطظعغفقکلمنهویپچژگ",
    "a b t T J h h d d r z s S s d t z _ g f k k l m n h u i p C J g",
  ),
  ...table("אבגדהוזחטיךכלםמןנסעףפץצקרשת", "a v g d h u z h t i k k l m m n n s _ f p c c k r S t"),
  ...table("ーッっ々", "_ _ _ _"),
  ...table("ャュョァィゥェォゃゅょ", "ia iu io a i u e o ia iu io"),
  ...table("シチツフジヂヴし", "Si Ci cu hu Ji Ji v Si"),
  ...table("尔爾兒儿耳二", "R R R R R R"),
  ...table(
    "กขคฆงจฉชฌซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "k k k k N J C C C s i d t t t t n d t t t t n b p p f p f p m i r l u s s s h l _ h",
  ),
  ...table("ะัาำิีึืุูเแโใไ็่้๊๋์", "a a a am i i u u u u e e o ai ai _ _ _ _ _ _"),
};

function table(letters: string, sounds: string): Record<string, string> {
  const list = sounds.split(" ");
  return Object.fromEntries(
    [...letters].map((letter, index) => [letter, (list[index] ?? "").replace("_", "")]),
  );
}

/** A Thai vowel that is written before its consonant is heard after it. */
const inOrder = (value: string): string => value.replace(/([เแโใไ])([ก-ฮ])/gu, "$2$1");

const HAN = /\p{Script=Han}/u;
const known = new Map<string, Uint8Array>();

/** Sound symbols of one grapheme cluster of any script, folded as for matching. Empty for what has no sound of its own. */
export function soundOfCluster(cluster: string): Uint8Array {
  let symbols = known.get(cluster);
  if (symbols === undefined) {
    symbols = encode([...inOrder(cluster)].map(spell).join(""));
    known.set(cluster, symbols);
  }
  return symbols;
}

function spell(character: string): string {
  const own = LETTERS[character];
  if (own !== undefined) return own;
  const roman = anyAscii(character).toLowerCase();
  return HAN.test(character) ? pinyin(roman) : symbolsOf(roman);
}

function symbolsOf(roman: string): string {
  return decode(latinSymbols(roman.replace(/[^a-z]/g, "")));
}

/** Pinyin spells sounds that names are heard with in its own way. */
function pinyin(syllable: string): string {
  return syllable
    .replace(/^(zh|ch|sh|[zcsr])i$/, "$1I")
    .replace(/^zh/, "J")
    .replace(/^ch/, "C")
    .replace(/^sh/, "S")
    .replace(/^x/, "S")
    .replace(/^q/, "C")
    .replace(/^j/, "J")
    .replace(/^[zc](?=[^h])/, "c")
    .replace(/^y/, "i")
    .replace(/ng$/, "N");
}

const decode = (symbols: Uint8Array): string => Array.from(symbols, (code) => ALPHABET[code] ?? "").join("");

/** Sound symbols of a whole folded word of any script. */
export function soundOfWord(folded: string, german: boolean): Uint8Array {
  if (/^[\p{ASCII}]+$/u.test(folded)) return latinSymbols(folded, german);
  let spelled = "";
  for (const character of inOrder(folded)) {
    const code = character.charCodeAt(0);
    spelled += code < 128 ? character : decode(soundOfCluster(character));
  }
  return encode(spelled);
}

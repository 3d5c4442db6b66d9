/**
 * A small alphabet of sound classes: what a name keeps when it is written in another script. One byte a symbol.
 * S = sh, C = ch, J = zh, dzh or English j, c = ts, T = th; `y` is the vowel i, `x` is ks. Of the source side only:
 * R = the syllable er, I = the vowel of si, N = ng.
 */
export const ALPHABET = "aeioubpfvwdtTkghszSCJclrmnRIN";
export const SYMBOLS = ALPHABET.length;
const VOWELS = 5;
const VOWEL_CODES = new Set([..."aeiouI"].map((symbol) => ALPHABET.indexOf(symbol)));

const codeOf = new Map<string, number>([...ALPHABET].map((symbol, code) => [symbol, code]));

const isVowel = (code: number): boolean => VOWEL_CODES.has(code);

/** Pairs of consonants that names exchange, with the cost of doing so; a pair that is not here costs 1. */
const RELATED = `vw.15 tT.15 uw.2 sz.2 CS.3 bv.3 dT.3 sT.3 Jz.3 Jg.3 cz.3 cs.3 uv.3 iJ.3 kg.4 kh.4 gh.4 Ch.4 Ck.4 bp.4 pf.4
vf.4 td.4 sS.4 zS.4 SJ.4 JC.4 cC.4 ct.4 lr.4 mn.4 Jh.4 fh.4 ow.4 rJ.6 Cc.4 Ct.5 bw.5 Jd.5 ln.7 Rr0 Rl0 Ie.3 Ii.2 Ia.4 Nn0 Nm.3 Ng.5`;

/** Cost of reading one symbol where the other is written: SYMBOLS × SYMBOLS, symmetric, 0 on the diagonal. */
export const SUBSTITUTION: Float32Array = substitutions();

function substitutions(): Float32Array {
  const costs = new Float32Array(SYMBOLS * SYMBOLS).fill(1);
  const set = (a: number, b: number, cost: number): void => {
    costs[a * SYMBOLS + b] = cost;
    costs[b * SYMBOLS + a] = cost;
  };
  for (let a = 0; a < SYMBOLS; a++) set(a, a, 0);
  for (let a = 0; a < VOWELS; a++) for (let b = 0; b < a; b++) set(a, b, 0.3);
  for (const rule of RELATED.split(/\s+/)) {
    const a = codeOf.get(rule.charAt(0));
    const b = codeOf.get(rule.charAt(1));
    if (a !== undefined && b !== undefined) set(a, b, Number(rule.slice(2)));
  }
  return costs;
}

/** What one symbol more or less costs, by how readily the script adds or leaves out vowels. */
export function gapCosts(vowel: number): Float32Array {
  return Float32Array.from({ length: SYMBOLS }, (_, code) =>
    isVowel(code) ? vowel : ALPHABET[code] === "h" || ALPHABET[code] === "R" ? 0.5 : 0.9,
  );
}

/** Spelling rules that most Latin orthographies and transliterations share, longest first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|tzsch/g, "C"],
  [/shch|sch|sh/g, "S"],
  [/kh/g, "h"],
  [/zh|dzh|dg|dj/g, "J"],
  [/ch|cz/g, "C"],
  [/ts|tz/g, "c"],
  [/ph/g, "f"],
  [/th/g, "T"],
  [/gh/g, "g"],
  [/ck|cq/g, "k"],
  [/qu/g, "kw"],
  [/wh/g, "w"],
  [/x/g, "ks"],
  [/c(?=[eiy])/g, "s"],
  [/[cq]/g, "k"],
  [/j/g, "J"],
  [/y/g, "i"],
];

const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/z/g, "ts"],
  [/j/g, "y"],
  [/w/g, "v"],
];

/** Sound symbols of a word in Latin letters, folded; what is no letter is left out, doubled letters count once. */
export function latinSymbols(folded: string, german = false): Uint8Array {
  const known = german ? knownGerman : knownLatin;
  let symbols = known.get(folded);
  if (!symbols) {
    symbols = spellOut(folded, german);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(folded, symbols);
  }
  return symbols;
}

const MOST_KNOWN = 20_000;
const knownLatin = new Map<string, Uint8Array>();
const knownGerman = new Map<string, Uint8Array>();

function spellOut(folded: string, german: boolean): Uint8Array {
  let spelled = folded;
  for (const [pattern, to] of german ? [...GERMAN, ...SPELLINGS] : SPELLINGS) {
    spelled = spelled.replace(pattern, to);
  }
  return encode(spelled);
}

export function encode(spelled: string): Uint8Array {
  const codes: number[] = [];
  for (const symbol of spelled) {
    const code = codeOf.get(symbol);
    if (code !== undefined && codes[codes.length - 1] !== code) codes.push(code);
  }
  return Uint8Array.from(codes);
}

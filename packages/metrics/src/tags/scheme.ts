import { unreachable } from "@spanbridge/shared";

/**
 * How a sequence of tags is read as entities.
 *
 * `conlleval`: what the CoNLL script and seqeval's default mode do: any mixture of B, I, E, S; an I or E without a
 * beginning begins an entity, and so does every change of label. The others are seqeval's strict modes, where only what
 * the scheme defines is an entity and anything else is nothing (`bioes` is its IOBES).
 */
export const tagSchemes = ["conlleval", "iob1", "iob2", "ioe2", "bioes", "bilou"] as const;
export type TagScheme = (typeof tagSchemes)[number];

/** The letters before the label. BILOU's L and U are E and S here. */
export const prefixes = { O: 0, B: 1, I: 2, E: 3, S: 4 } as const;
type Prefix = (typeof prefixes)[keyof typeof prefixes];
const { O, B, I, E, S } = prefixes;

/** Which letters a scheme knows, and what they mean. A tag with another letter is an error. */
export const lettersOf: Record<TagScheme, Readonly<Record<string, Prefix>>> = {
  conlleval: { O, B, I, E, S },
  iob1: { O, B, I },
  iob2: { O, B, I },
  ioe2: { O, I, E },
  bioes: { O, B, I, E, S },
  bilou: { O, B, I, L: E, U: S },
};

/** Bits of a transition from one token to the next. */
export const START = 1;
export const INSIDE = 2;
/** An entity that ends before this token is complete; without it the entity was never finished and is dropped. */
export const COMPLETE = 4;

/** Index of a transition in a table: both prefixes and whether the labels are the same. */
export const transition = (from: number, to: number, sameLabel: boolean): number =>
  (from << 4) | (to << 1) | (sameLabel ? 1 : 0);

const tables = new Map<TagScheme, Uint8Array>();

/** For every transition its bits. An O goes before the first token and after the last. */
export function transitionTable(scheme: TagScheme): Uint8Array {
  const known = tables.get(scheme);
  if (known) return known;
  const table = new Uint8Array(128);
  for (const from of Object.values(prefixes)) {
    for (const to of Object.values(prefixes)) {
      for (const same of [true, false]) table[transition(from, to, same)] = bitsOf(scheme, from, to, same);
    }
  }
  tables.set(scheme, table);
  return table;
}

function bitsOf(scheme: TagScheme, from: Prefix, to: Prefix, same: boolean): number {
  const bits = (start: boolean, inside: boolean, complete: boolean): number =>
    (start ? START : 0) | (inside ? INSIDE : 0) | (complete ? COMPLETE : 0);
  const afterB = from === B || from === I;
  switch (scheme) {
    case "conlleval": {
      const start = to !== O && (to === B || to === S || from === O || from === E || from === S || !same);
      return bits(start, from !== O && to !== O && !start, true);
    }
    case "iob1": {
      // B only separates neighbours with the same label; elsewhere it begins nothing.
      const start = to === I ? from === O || from === B || !same : to === B && afterB && same;
      const complete =
        from === I ? !(to === I && same) : to === O || (to === I && !same) || (to === B && same);
      return bits(start, afterB && to === I && same, complete);
    }
    case "iob2":
      return bits(to === B, afterB && to === I && same, true);
    case "ioe2": {
      const start = (to === I || to === E) && (from !== I || !same);
      return bits(start, from === I && (to === I || to === E) && same, from === E);
    }
    case "bioes":
    case "bilou":
      return bits(to === B || to === S, afterB && (to === I || to === E) && same, from === E || from === S);
    default:
      return unreachable(scheme);
  }
}

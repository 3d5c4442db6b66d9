import { closingNouns } from "../names/class-nouns.ts";
import { ATOM, type Atoms } from "../text/atoms.ts";
import type { Candidate } from "./cover.ts";
import type { FeatureContext } from "./feature-context.ts";
import { clamp, set } from "./feature-names.ts";

const ROMAN = /^(?:x{0,2}(?:ix|iv|v?i{0,3}))$/;

/** What stands at the edges of a span, inside and outside. */
export function edges(values: Float32Array, { from, to }: Candidate, context: FeatureContext): void {
  const { atoms, morphology, nameness, commonness } = context;
  const first = atoms.bits[from] ?? 0;
  const last = atoms.bits[to - 1] ?? 0;
  const left = from > 0 ? (atoms.bits[from - 1] ?? 0) : ATOM.barrier;
  const right = to < atoms.count ? (atoms.bits[to] ?? 0) : ATOM.barrier;
  const spacedLeft = (first & ATOM.spaced) !== 0 || from === 0;
  const spacedRight = to >= atoms.count || (right & ATOM.spaced) !== 0;
  set(values, "startInWord", first & ATOM.wordStart ? 0 : 1);
  set(values, "endInWord", last & ATOM.wordEnd || last === 0 ? 0 : 1);
  if (morphology.josa.size > 0 && !spacedRight && right & ATOM.dense) {
    set(values, "josaAfter", morphology.josa.has(restOfRun(atoms, to)) ? 1 : -1);
  }
  if (morphology.cased) {
    set(values, "leftCapital", left & ATOM.word && left & ATOM.capital ? 1 : 0);
    set(values, "rightCapital", right & ATOM.word && right & ATOM.capital ? 1 : 0);
    set(values, "firstLower", first & ATOM.capital ? 0 : 1);
    set(values, "lastLower", last & ATOM.capital || !(last & ATOM.word) ? 0 : 1);
    let capital = 0;
    for (let at = from; at < to; at++) capital |= (atoms.bits[at] ?? 0) & ATOM.capital;
    set(values, "noCapital", capital ? 0 : 1);
  }
  set(values, "firstCommon", first & ATOM.dense ? commonness(atoms.folded[from] ?? "") : 0);
  set(values, "lastCommon", last & ATOM.dense ? commonness(atoms.folded[to - 1] ?? "") : 0);
  set(values, "sentenceStart", from === 0 ? 1 : 0);
  const touchesLeft = !spacedLeft && (left & ATOM.dense) !== 0;
  const touchesRight = !spacedRight && (right & ATOM.dense) !== 0;
  set(values, "leftName", touchesLeft ? clamp(nameness(atoms.folded[from - 1] ?? "") / 3, -1.5, 1.5) : 0);
  set(values, "rightName", touchesRight ? clamp(nameness(atoms.folded[to] ?? "") / 3, -1.5, 1.5) : 0);
  set(values, "leftBarrier", left & ATOM.barrier ? 1 : 0);
  set(values, "rightBarrier", right & ATOM.barrier ? 1 : 0);
  set(values, "leftEdge", left & ATOM.word ? commonness(atoms.folded[from - 1] ?? "") : 0.5);
  set(values, "rightEdge", right & ATOM.word ? commonness(atoms.folded[to] ?? "") : 0.5);
  const cutLeft = from > 1 && !spacedLeft ? (atoms.folded[from - 1] ?? "") : "";
  const cutRight =
    to + 1 < atoms.count && !spacedRight && !((atoms.bits[to + 1] ?? 0) & ATOM.spaced)
      ? (atoms.folded[to] ?? "")
      : "";
  const roman = ROMAN.test(atoms.folded[to - 1] ?? "") && (last & ATOM.capital) !== 0;
  const dotAfter = atoms.folded[to] === "." && to + 1 < atoms.count;
  set(values, "romanDotCut", roman && dotAfter ? 1 : 0);
  set(values, "romanDot", atoms.folded[to - 1] === "." && ROMAN.test(atoms.folded[to - 2] ?? "") ? 1 : 0);
  set(
    values,
    "apostropheCut",
    atoms.folded[to] === "'" && !spacedRight && /[sxz]$/.test(atoms.folded[to - 1] ?? "") ? 1 : 0,
  );
  set(values, "dotCut", cutLeft === "·" || cutRight === "·" ? 1 : 0);
  set(values, "hyphenCut", cutLeft === "-" || cutRight === "-" ? 1 : 0);
}

function restOfRun(atoms: Atoms, from: number): string {
  let rest = "";
  for (let at = from; at < atoms.count; at++) {
    const bits = atoms.bits[at] ?? 0;
    if (!(bits & ATOM.dense) || (at > from && bits & ATOM.spaced)) break;
    rest += atoms.folded[at] ?? "";
  }
  return rest;
}

/** 1 when a word for a kind of place or body follows the span without a space. */
export function classNounAt({ atoms, morphology }: FeatureContext, from: number): number {
  const nouns = closingNouns(morphology.base);
  if (nouns.size === 0) return 0;
  let piece = "";
  for (let at = from; at < Math.min(atoms.count, from + 3); at++) {
    const bits = atoms.bits[at] ?? 0;
    if (!(bits & ATOM.dense) || bits & ATOM.spaced) break;
    piece += atoms.folded[at] ?? "";
    if (nouns.has(piece)) return 1;
  }
  return 0;
}

export function classNounEnd({ atoms, morphology }: FeatureContext, { from, to }: Candidate): number {
  const nouns = closingNouns(morphology.base);
  let piece = "";
  for (let at = to - 1; at > from && at >= to - 3; at--) {
    piece = (atoms.folded[at] ?? "") + piece;
    if (nouns.has(piece)) return 1;
  }
  return 0;
}

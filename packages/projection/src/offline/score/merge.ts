import type { Atoms, SourceWord } from "../text/atoms.ts";
import { ATOM } from "../text/atoms.ts";
import type { PivotToken } from "../text/pivot.ts";
import type { EntityToken, EntityWords } from "./entity.ts";
import type { Unit, UnitResources } from "./evidence.ts";
import { lexiconUnits } from "./units-names.ts";
import { denseSoundUnits } from "./units-sound.ts";

const SURE = 5;

/**
 * Dense text with the names joined that dictionaries cut to pieces: what sounds like a capitalised word of the translation,
 * or is its known name, becomes one word for the aligner, so that its pieces are not aligned to anything that is left over.
 */
export function mergeNames(atoms: Atoms, tokens: readonly PivotToken[], resources: UnitResources): Atoms {
  if (!atoms.bits.some((bits) => (bits & ATOM.dense) !== 0)) return atoms;
  const units: Unit[] = [];
  for (const name of capitalRuns(tokens)) {
    lexiconUnits(units, name, atoms, resources);
    if (resources.use.sound) denseSoundUnits(units, name, atoms, resources);
  }
  const sure = units
    .filter((unit) => unit.gain >= SURE && unit.to - unit.from >= 2)
    .sort((a, b) => b.gain - a.gain || a.from - b.from || a.to - b.to);
  const owner = new Int32Array(atoms.count).fill(-1);
  sure.forEach((unit, index) => {
    for (let at = unit.from; at < unit.to; at++) if (owner[at] !== -1) return;
    owner.fill(index, unit.from, unit.to);
  });
  return withWords(atoms, owner);
}

function capitalRuns(tokens: readonly PivotToken[]): EntityWords[] {
  const runs: EntityWords[] = [];
  let run: EntityToken[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(asName(run));
    run = [];
  };
  for (const token of tokens) {
    if (token.capital && !token.stop && token.folded.length >= 2 && run.length < 5)
      run.push({ ...token, row: -1 });
    else close();
  }
  close();
  return runs;
}

function asName(content: readonly EntityToken[]): EntityWords {
  const key = content.map((token) => token.folded).join(" ");
  return {
    entity: {
      id: "",
      label: "",
      start: content[0]?.start ?? 0,
      end: content.at(-1)?.end ?? 0,
    } as EntityWords["entity"],
    surface: key,
    key,
    content,
    rows: new Set(),
  };
}

/** The same atoms with the words cut anew: owned stretches are one word each, the rest stays as it was, cut at their edges. */
function withWords(atoms: Atoms, owner: Int32Array): Atoms {
  const words: SourceWord[] = [];
  const word = new Int32Array(atoms.count).fill(-1);
  let previous = Number.NaN;
  for (let at = 0; at < atoms.count; at++) {
    const old = atoms.word[at] ?? -1;
    if (old === -1) {
      previous = Number.NaN;
      continue;
    }
    const key = (owner[at] ?? -1) >= 0 ? -2 - (owner[at] ?? 0) : old;
    const last = words.at(-1);
    if (key === previous && last) {
      words[words.length - 1] = { ...last, last: at, folded: last.folded + (atoms.folded[at] ?? "") };
    } else words.push({ first: at, last: at, folded: atoms.folded[at] ?? "" });
    word[at] = words.length - 1;
    previous = key;
  }
  return { ...atoms, word, words };
}

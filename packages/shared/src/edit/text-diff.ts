/**
 * One stretch [from, to) of the old text replaced by `insert`. Offsets in UTF-16 units of the old text. `keeps` is set
 * where one word became a similar one: how many units at its beginning and at its end are as they were.
 */
export type Change = {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly keeps?: { readonly head: number; readonly tail: number };
};

/** Scripts written without spaces, where a run of letters is no word: compared character by character. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const PIECE = new RegExp(
  String.raw`[${UNSPACED}]\p{M}*|(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}])+|\s+|[^\p{L}\p{M}\p{N}\s]`,
  "gu",
);

/** Above this many pieces on either side the middle is taken as one replacement; the table would be too large. */
const MAX_PIECES = 2000;

/**
 * The differences between two texts as ordered, disjoint changes: the common beginning and end are cut off, the middle
 * is compared word by word (longest common subsequence). Words rather than characters, because a person replaces words,
 * and a character comparison would keep spans alive on letters that two unrelated words happen to share. A word that
 * was corrected ("Obma" to "Obama") is told from one that was replaced.
 */
export function changesBetween(before: string, after: string): readonly Change[] {
  if (before === after) return [];
  const oldPieces = before.match(PIECE) ?? [];
  const newPieces = after.match(PIECE) ?? [];
  let head = 0;
  const shorter = Math.min(oldPieces.length, newPieces.length);
  while (head < shorter && oldPieces[head] === newPieces[head]) head++;
  let tail = 0;
  while (tail < shorter - head && oldPieces.at(-1 - tail) === newPieces.at(-1 - tail)) tail++;
  const from = lengthOf(oldPieces.slice(0, head));
  const oldMiddle = oldPieces.slice(head, oldPieces.length - tail);
  const newMiddle = newPieces.slice(head, newPieces.length - tail);
  if (oldMiddle.length > MAX_PIECES || newMiddle.length > MAX_PIECES) {
    return [{ from, to: from + lengthOf(oldMiddle), insert: newMiddle.join("") }];
  }
  return changesOfPieces(oldMiddle, newMiddle, from);
}

const LETTERS = /^[\p{L}\p{M}\p{N}]+$/u;

/** A word that both texts have is worth more than the space beside it: of the two, the word is what somebody kept. */
const weightOf = (piece: string): number => (LETTERS.test(piece) ? 4 : 1);

const lengthOf = (pieces: readonly string[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

function changesOfPieces(before: readonly string[], after: readonly string[], offset: number): Change[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] =
        before[i] === after[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + weightOf(before[i] ?? "")
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  const changes: Change[] = [];
  let position = offset;
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      position += before[i]?.length ?? 0;
      i++;
      j++;
      continue;
    }
    const from = position;
    const first = i;
    let insert = "";
    while ((i < before.length || j < after.length) && !(i < before.length && before[i] === after[j])) {
      const skipOld = i < before.length ? (common[(i + 1) * width + j] ?? 0) : -1;
      const skipNew = j < after.length ? (common[i * width + j + 1] ?? 0) : -1;
      if (skipOld >= skipNew) position += before[i++]?.length ?? 0;
      else insert += after[j++] ?? "";
    }
    changes.push(withKept(before.slice(first, i), { from, to: position, insert }));
  }
  return changes;
}

/** Marks a change of one word into a similar one: at least half of the longer one stands at their common ends. */
function withKept(replaced: readonly string[], change: Change): Change {
  const [word, ...more] = replaced;
  const { insert } = change;
  if (word === undefined || more.length > 0 || !(LETTERS.test(word) && LETTERS.test(insert))) return change;
  const shorter = Math.min(word.length, insert.length);
  let head = 0;
  while (head < shorter && word[head] === insert[head]) head++;
  let tail = 0;
  while (tail < shorter - head && word.at(-1 - tail) === insert.at(-1 - tail)) tail++;
  return 2 * (head + tail) >= Math.max(word.length, insert.length)
    ? { ...change, keeps: { head, tail } }
    : change;
}

/** One stretch [from, to) of the old text replaced by `insert`. Offsets in UTF-16 units of the old text. */
export type Change = { readonly from: number; readonly to: number; readonly insert: string };

const WORD = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Above this many pieces on either side the middle is taken as one replacement; the table would be too large. */
const MAX_PIECES = 2000;

/**
 * The differences between two texts as ordered, disjoint changes: the common beginning and end are cut off, the middle
 * is compared word by word (longest common subsequence). Words rather than characters, because a person replaces words,
 * and a character comparison would keep spans alive on letters that two unrelated words happen to share.
 */
export function changesBetween(before: string, after: string): readonly Change[] {
  if (before === after) return [];
  const oldPieces = before.match(WORD) ?? [];
  const newPieces = after.match(WORD) ?? [];
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

const lengthOf = (pieces: readonly string[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

function changesOfPieces(before: readonly string[], after: readonly string[], offset: number): Change[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] =
        before[i] === after[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
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
    let insert = "";
    while ((i < before.length || j < after.length) && !(i < before.length && before[i] === after[j])) {
      const skipOld = i < before.length ? (common[(i + 1) * width + j] ?? 0) : -1;
      const skipNew = j < after.length ? (common[i * width + j + 1] ?? 0) : -1;
      if (skipOld >= skipNew) position += before[i++]?.length ?? 0;
      else insert += after[j++] ?? "";
    }
    changes.push({ from, to: position, insert });
  }
  return changes;
}

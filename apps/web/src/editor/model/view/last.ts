/** Remembers its last answer: what is asked again with the very same inputs is not found again. */
export function lastAnswer<I extends readonly unknown[], T>(find: (...inputs: I) => T): (...inputs: I) => T {
  let last: { readonly inputs: I; readonly answer: T } | undefined;
  return (...inputs) => {
    if (!last?.inputs.every((input, index) => Object.is(input, inputs[index]))) {
      last = { inputs, answer: find(...inputs) };
    }
    return last.answer;
  };
}

/** Gives the value of before where the next one says the same, so that nothing of it is drawn anew. */
export function steady<T>(same: (before: T, next: T) => boolean): (next: T) => T {
  let last: T | undefined;
  return (next) => {
    if (last === undefined || !same(last, next)) last = next;
    return last;
  };
}

export const sameElements = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((element, index) => element === b[index]);

export const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === b.size && [...a].every((element) => b.has(element));

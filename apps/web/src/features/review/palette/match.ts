/**
 * The items whose words hold every word of the query, wherever in them; those where all stand at the beginning of a word
 * first, otherwise in the given order. All of them without a query.
 */
export function matching<T>(items: readonly T[], query: string, textOf: (item: T) => string): T[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const found = items.flatMap((item) => {
    const text = textOf(item).toLocaleLowerCase();
    if (!wanted.every((word) => text.includes(word))) return [];
    const early = wanted.every((word) => text.startsWith(word) || text.includes(` ${word}`));
    return [{ item, early }];
  });
  return [...found.filter(({ early }) => early), ...found.filter(({ early }) => !early)].map(
    ({ item }) => item,
  );
}

/** How many members two sets have in common. (The sets' own methods are newer than what the web app is compiled against.) */
export function sharedCount<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const member of a) if (b.has(member)) count++;
  return count;
}

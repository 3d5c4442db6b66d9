/**
 * What a row keeps of its language: nothing where it says no more than the project does ("zh" in a project of "zh-Hant"),
 * else its tag.
 */
export function ownLanguage(tag: string | null, project: string): string | null {
  if (tag === null) return null;
  const [own, known] = [tag.toLowerCase(), project.toLowerCase()];
  return known === own || known.startsWith(`${own}-`) ? null : tag;
}

const MAX = 60;

/** What a name looks like in a URL: small Latin letters, digits and hyphens; "project" where nothing of it can. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return trim(plain.slice(0, MAX)) || "project";
}

/** The slug with a number behind it, for the second, third … project of the same name. */
export const numbered = (slug: string, number: number): string =>
  number === 1 ? slug : `${trim(slug.slice(0, MAX - `-${number}`.length))}-${number}`;

const trim = (slug: string): string => slug.replace(/^-+|-+$/g, "");

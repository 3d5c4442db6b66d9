/**
 * The language that the offline engine takes a segment in: its own where it is another than the project's. Variants of one
 * language are projected together, for the engine learns words from all of them.
 */
export const engineLanguage = (own: string, project: string): string =>
  primary(own) === primary(project) ? project : own;

const primary = (tag: string): string => (tag.split("-", 1)[0] ?? tag).toLowerCase();

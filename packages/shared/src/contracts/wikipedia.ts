/**
 * Which names of a project are looked for: all that stand in its translations, those of them without a counterpart and
 * not in memory, or those that memory holds.
 */
export const wikipediaSources = ["open", "entities", "memory"] as const;
export type WikipediaSource = (typeof wikipediaSources)[number];

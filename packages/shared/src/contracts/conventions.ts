import { z } from "zod";
import { labelNameSchema } from "../annotation/span.ts";

/** How names of countries and parts of the world are labelled; `auto`: as annotators of the language were seen to do. */
export const countryRules = ["auto", "place", "translation"] as const;
export type CountryRule = (typeof countryRules)[number];

/** What stands at the edge of a name: left as the engine finds it, taken in, or left out. */
export const edgeRules = ["auto", "in", "out"] as const;
export type EdgeRule = (typeof edgeRules)[number];

/** What annotators differ in, as a project wants it. The offline engine goes by it; what is not said is its default. */
export const conventionsSchema = z.object({
  countries: z.enum(countryRules).default("auto"),
  /** The label of places, and that of a country that acts, where those are told apart. */
  placeLabel: labelNameSchema.default("LOC"),
  bodyLabel: labelNameSchema.default("ORG"),
  /** Also mark the name in the translation's letters in brackets behind it: 溫特科恩（Winterkorn）. */
  glosses: z.boolean().default(true),
  /** Also mark further places where a name that was placed stands. */
  repeats: z.boolean().default(true),
  /** Also mark names of countries that no entity of the translation stands for. */
  unprompted: z.boolean().default(true),
  /** Also find what peoples and adjectives of countries are called: American, Germans. */
  demonyms: z.boolean().default(true),
  /** Titles of persons, words for kinds of places that the translation does without, numerals of rulers. */
  titles: z.enum(edgeRules).default("auto"),
  classNouns: z.enum(edgeRules).default("auto"),
  numerals: z.enum(edgeRules).default("auto"),
  /** How probable a place must be to be taken rather than left open. */
  threshold: z.number().min(0.05).max(0.95).default(0.32),
});
export type Conventions = z.output<typeof conventionsSchema>;

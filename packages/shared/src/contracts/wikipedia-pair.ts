import { z } from "zod";
import { normalisers } from "./normaliser.ts";

/** Why a name gives no pair. Closed: every name that is asked for is either accepted or has one of these. */
export const wikipediaReasons = [
  "no_article",
  "no_language_link",
  "redirect_to_section",
  "redirect_elsewhere",
  "disambiguation",
  "wrong_page",
  "empty_introduction",
  "title_not_in_text",
] as const;
export type WikipediaReason = (typeof wikipediaReasons)[number];

/** What each reason means, as a sentence. */
export const wikipediaReasonSentences: Readonly<Record<WikipediaReason, string>> = {
  no_article: "The English Wikipedia has no article of this name.",
  no_language_link: "The article is not linked to one in the other language.",
  redirect_to_section: "The name leads to a section of an article about something else.",
  redirect_elsewhere: "The name leads to an article that does not mention it.",
  disambiguation: "The name has several meanings: it leads to a list of articles.",
  wrong_page: "The page is no article about one thing that has this name.",
  empty_introduction: "The article in the other language has no introduction.",
  title_not_in_text: "The article's title is not in its introduction, however it is read.",
};

/** What was done to the title of an article to find it in its introduction; empty where it is there letter by letter. */
export const wikipediaSteps = [
  "brackets_removed",
  "name_order",
  "part_after_comma_removed",
  "middle_names",
  "inflection",
  ...normalisers,
] as const;
export type WikipediaStep = (typeof wikipediaSteps)[number];

export const WIKIPEDIA_LICENCE = "CC BY-SA 4.0";

/**
 * A validated pair with the text it was validated in. `start` and `end` are code points of `text`, half-open, and
 * `text.slice(start, end)` is `target`.
 */
export const wikipediaPairSchema = z.object({
  english: z.string(),
  /** The label the name came with; empty where it had none. */
  label: z.string(),
  /** As it is written in the text. */
  target: z.string(),
  /** As the article is called, without a bracketed disambiguator and in spoken order: for lists of names. */
  name: z.string(),
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  steps: z.array(z.enum(wikipediaSteps)).readonly(),
  /** BCP 47 tag of the text. */
  language: z.string(),
  englishTitle: z.string(),
  title: z.string(),
  /** Null where the source does not say. */
  pageId: z.int().nullable(),
  revision: z.int().nullable(),
  url: z.string(),
  licence: z.literal(WIKIPEDIA_LICENCE),
});
export type WikipediaPair = z.infer<typeof wikipediaPairSchema>;

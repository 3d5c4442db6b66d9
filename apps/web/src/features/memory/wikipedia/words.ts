import {
  type WikipediaReason,
  type WikipediaSource,
  type WikipediaState,
  type WikipediaStep,
  wikipediaReasonSentences,
} from "@spanbridge/shared/contracts";
import type { Tone } from "../../../ui/badge.tsx";
import { t } from "../../../ui/i18n/t.ts";

export const stateWords = (state: WikipediaState): { readonly name: string; readonly tone: Tone } => {
  switch (state) {
    case "queued":
      return { name: t("Waiting"), tone: "neutral" };
    case "running":
      return { name: t("Running"), tone: "accent" };
    case "done":
      return { name: t("Done"), tone: "good" };
    case "cancelled":
      return { name: t("Cancelled"), tone: "neutral" };
    case "failed":
      return { name: t("Failed"), tone: "bad" };
  }
};

export const sourceWords = (
  source: WikipediaSource,
): { readonly name: string; readonly description: string } => {
  switch (source) {
    case "open":
      return {
        name: t("Names that are still open"),
        description: t("English entities without a counterpart that memory does not know."),
      };
    case "entities":
      return {
        name: t("All English entities"),
        description: t("Every entity of the project's translations."),
      };
    case "memory":
      return {
        name: t("Names in memory"),
        description: t("Looks for what Wikipedia calls the names that memory has already."),
      };
  }
};

export const reasonWords = (reason: WikipediaReason): string => t(wikipediaReasonSentences[reason]);

/** What was done to the article's title to find it in the text. */
export const stepWords = (step: WikipediaStep): string => {
  switch (step) {
    case "brackets_removed":
      return t("without brackets");
    case "name_order":
      return t("given name first");
    case "part_after_comma_removed":
      return t("without what follows the comma");
    case "middle_names":
      return t("with middle names");
    case "inflection":
      return t("inflected");
    case "width_and_case":
      return t("width and case");
    case "marks":
      return t("accents");
    case "tatweel_and_joiners":
      return t("lengthening and joiners");
    case "punctuation":
      return t("punctuation");
    case "han_variants":
      return t("traditional or simplified");
    case "letter_variants":
      return t("variants of letters");
    case "kana":
      return t("kana");
    case "spaces":
      return t("spaces");
  }
};

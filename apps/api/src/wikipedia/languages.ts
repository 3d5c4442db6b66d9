import { wikiOf } from "@spanbridge/projection";
import { languageName } from "@spanbridge/shared";
import { AppError } from "../error.ts";

/** BCP 47 tags of a project's texts. */
export type Languages = { readonly sourceLang: string; readonly pivotLang: string };

/** Names are looked up in the English Wikipedia, and found in that of another language. */
export function requireEnglishNames({ sourceLang, pivotLang }: Languages): void {
  const name = languageName(pivotLang);
  if (wikiOf(pivotLang) !== "en") {
    throw new AppError(
      "invalid_input",
      `Names are looked up in the English Wikipedia; this project's translations are in ${name}.`,
    );
  }
  if (wikiOf(sourceLang) === "en") {
    throw new AppError(
      "invalid_input",
      "The project's texts are English: its names are found in other languages only.",
    );
  }
}

import { WIKIPEDIA_LICENCE, type WikipediaReason } from "@spanbridge/shared/contracts";
import type { EnglishArticle, Introduction } from "./articles.ts";
import { firstParagraphs } from "./check/introduction.ts";
import { isAboutOneThing, isListTitle } from "./check/page.ts";
import { redirectGrounds } from "./check/redirect.ts";
import { findTitle } from "./check/title.ts";
import type { EnglishName, Outcome } from "./names.ts";

/** What is known of a name. Undefined: there is no such article, or nobody had to ask for it. */
export type Evidence = {
  readonly article: EnglishArticle | undefined;
  /** Introduction of the English article; only asked for where a redirect has to be believed. */
  readonly english: Introduction | undefined;
  readonly introduction: Introduction | undefined;
};

export type JudgeOptions = {
  /** BCP 47 tag of the other language. */
  readonly language: string;
  /** Of an introduction, so many code points in whole paragraphs are kept. */
  readonly longest: number;
};

/** Whether the English side of the evidence holds, before anything of the other language is asked for. */
export function judgeEnglish(
  name: EnglishName,
  { article, english }: Omit<Evidence, "introduction">,
): (Outcome & { readonly kind: "rejected" }) | undefined {
  const because = rejecter(name);
  if (!article) return because("no_article", name.name);
  if (!article.isArticle) return because("wrong_page", article.title);
  if (article.redirect?.section)
    return because("redirect_to_section", `${article.title}#${article.redirect.section}`);
  if (article.disambiguation || isListTitle(article.title)) return because("disambiguation", article.title);
  if (article.redirect && !redirectGrounds(name.name, article.title, english?.text)) {
    return because("redirect_elsewhere", article.title);
  }
  if (!isAboutOneThing(name.name, article.title, article.aligned ?? "")) {
    return because("wrong_page", article.aligned ?? article.title);
  }
  return article.aligned === null ? because("no_language_link", article.title) : undefined;
}

/** Accepts a name, or says why not. */
export function judge(name: EnglishName, evidence: Evidence, { language, longest }: JudgeOptions): Outcome {
  const refused = judgeEnglish(name, evidence);
  if (refused) return refused;
  const because = rejecter(name);
  const { article, introduction: page } = evidence;
  const aligned = article?.aligned ?? "";
  if (!page) return because("empty_introduction", aligned);
  if (!page.isArticle) return because("wrong_page", page.title);
  if (page.redirect?.section) return because("redirect_to_section", `${page.title}#${page.redirect.section}`);
  if (page.disambiguation || isListTitle(page.title)) return because("disambiguation", page.title);
  const text = firstParagraphs(page.text, longest);
  if (text === "") return because("empty_introduction", page.title);
  // A link may name a title that has become a redirect since: then its own name may be the one in the text.
  const title = page.redirect && findTitle(text, aligned, language) ? aligned : page.title;
  const found = findTitle(text, title, language);
  if (!found) {
    return because(page.redirect ? "redirect_elsewhere" : "title_not_in_text", page.title);
  }
  const { range, steps, name: spoken } = found;
  const pair = {
    english: name.name,
    label: name.label,
    target: [...text].slice(range.start, range.end).join(""),
    name: spoken,
    text,
    start: range.start,
    end: range.end,
    steps,
    language,
    englishTitle: article?.title ?? name.name,
    title: page.title,
    pageId: page.pageId,
    revision: page.revision,
    url: page.url,
    licence: WIKIPEDIA_LICENCE,
  } as const;
  return { kind: "accepted", name, pair };
}

const rejecter =
  (name: EnglishName) =>
  (reason: WikipediaReason, detail: string): Outcome & { readonly kind: "rejected" } => ({
    kind: "rejected",
    name,
    reason,
    detail,
  });

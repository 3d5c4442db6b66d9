import type { Result } from "@spanbridge/shared";

/** Which Wikipedia: the English one, or the one of the language that names are looked for in. */
export type WikiSide = "english" | "target";

/** How a title led to its page. `section`: the part of that page it names, where it names one. */
export type Redirect = { readonly section: string | null };

/** An article of the English Wikipedia, as found under a title. */
export type EnglishArticle = {
  readonly title: string;
  readonly redirect: Redirect | null;
  readonly disambiguation: boolean;
  /** False for categories, templates and other pages about the wiki itself. */
  readonly isArticle: boolean;
  /** Title of the article about the same in the other language; null where none is linked. */
  readonly aligned: string | null;
};

/** An article with the text before its first heading, plain and without white space around it. */
export type Introduction = {
  readonly title: string;
  readonly redirect: Redirect | null;
  readonly disambiguation: boolean;
  readonly isArticle: boolean;
  readonly text: string;
  readonly pageId: number | null;
  readonly revision: number | null;
  readonly url: string;
};

/** Why articles could not be had. Nothing is known of the names then: the build stops and can go on later. */
export type ArticlesFailure = {
  readonly kind: "cancelled" | "unreachable" | "overloaded" | "refused" | "unreadable";
  readonly message: string;
};

/**
 * Where articles come from: the programming interface of MediaWiki, or dump files. A title that is not in the answer has
 * no article.
 */
export type Articles = {
  readonly english: (
    titles: readonly string[],
  ) => Promise<Result<ReadonlyMap<string, EnglishArticle>, ArticlesFailure>>;
  readonly introductions: (
    side: WikiSide,
    titles: readonly string[],
  ) => Promise<Result<ReadonlyMap<string, Introduction>, ArticlesFailure>>;
};

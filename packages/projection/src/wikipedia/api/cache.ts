import { z } from "zod";

const redirectSchema = z.object({ section: z.string().nullable() }).nullable();

/** Null: there is no such article. */
export const englishArticleSchema = z
  .object({
    title: z.string(),
    redirect: redirectSchema,
    disambiguation: z.boolean(),
    isArticle: z.boolean(),
    aligned: z.string().nullable(),
  })
  .nullable();

export const introductionSchema = z
  .object({
    title: z.string(),
    redirect: redirectSchema,
    disambiguation: z.boolean(),
    isArticle: z.boolean(),
    text: z.string(),
    pageId: z.int().nullable(),
    revision: z.int().nullable(),
    url: z.string(),
  })
  .nullable();

/** `wiki` is the code in the wiki's address; `kind` says what was asked, with the other language where that matters. */
export type PageKey = { readonly wiki: string; readonly kind: string; readonly title: string };

/**
 * Keeps what was answered, so that a build that was interrupted asks for no title again. Values are plain JSON; what is
 * read back is checked.
 */
export type PageCache = {
  /** The values that are known, by title. */
  readonly read: (
    wiki: string,
    kind: string,
    titles: readonly string[],
  ) => Promise<ReadonlyMap<string, unknown>>;
  readonly write: (entries: readonly { readonly key: PageKey; readonly value: unknown }[]) => Promise<void>;
};

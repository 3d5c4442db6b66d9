import { err, ok, type Result } from "@spanbridge/shared";
import type { z } from "zod";
import type { Articles, ArticlesFailure, EnglishArticle, Introduction } from "../articles.ts";
import { cleanIntroduction } from "../check/introduction.ts";
import { webAddress, wikiOf } from "../wiki.ts";
import { englishArticleSchema, introductionSchema, type PageCache } from "./cache.ts";
import { type FoundPage, Pages, responseSchema } from "./response.ts";

/** Asks a wiki's programming interface one question; tries again what fails in passing. Answers the JSON. */
export type Query = (
  wiki: string,
  parameters: Readonly<Record<string, string>>,
) => Promise<Result<unknown, ArticlesFailure>>;

/** Titles in one question (for those who are no bots), and introductions in one answer. */
const MOST_TITLES = 50;
const MOST_EXTRACTS = 20;
/** Of all titles of a question, encoded: servers refuse longer addresses than some 8,000 characters. */
const MOST_CHARACTERS = 6000;
/** An answer in more pieces than this is one that never ends. */
const MOST_PIECES = 60;

const ARTICLES = 0;

/** Articles from MediaWiki's programming interface (`action=query`), through a cache, one question at a time. */
export function apiArticles(query: Query, cache: PageCache, language: string): Articles {
  const target = wikiOf(language);
  return {
    english: (titles) =>
      cached(cache, "en", `links ${target}`, titles, englishArticleSchema, MOST_TITLES, async (batch) =>
        fetchPages(query, "en", batch, {
          prop: "langlinks|pageprops",
          lllang: target,
          lllimit: "max",
          ppprop: "disambiguation",
        }).then((pages) => mapped(pages, batch, (found) => englishArticle(found, target))),
      ),
    introductions: (side, titles) => {
      const wiki = side === "english" ? "en" : target;
      return cached(cache, wiki, "introduction", titles, introductionSchema, MOST_EXTRACTS, async (batch) =>
        fetchPages(query, wiki, batch, {
          prop: "extracts|pageprops|info",
          exintro: "1",
          explaintext: "1",
          exlimit: "max",
          ppprop: "disambiguation",
          inprop: "url",
        }).then((pages) => mapped(pages, batch, introduction)),
      );
    },
  };
}

type Kept = z.infer<typeof englishArticleSchema> | z.infer<typeof introductionSchema>;
type Answered<T> = Result<ReadonlyMap<string, T>, ArticlesFailure>;

async function cached<T extends NonNullable<Kept>>(
  cache: PageCache,
  wiki: string,
  kind: string,
  titles: readonly string[],
  schema: z.ZodType<T | null>,
  most: number,
  fetch: (batch: readonly string[]) => Promise<Result<ReadonlyMap<string, T | null>, ArticlesFailure>>,
): Promise<Answered<T>> {
  const found = new Map<string, T>();
  const known = await cache.read(wiki, kind, titles);
  const open: string[] = [];
  for (const title of titles) {
    const kept = schema.safeParse(known.get(title));
    if (!kept.success) open.push(title);
    else if (kept.data !== null) found.set(title, kept.data);
  }
  for (const batch of batchesOf(open, most)) {
    const fetched = await fetch(batch);
    if (!fetched.ok) return fetched;
    await cache.write([...fetched.value].map(([title, value]) => ({ key: { wiki, kind, title }, value })));
    for (const [title, value] of fetched.value) if (value !== null) found.set(title, value);
  }
  return ok(found);
}

function batchesOf(titles: readonly string[], most: number): string[][] {
  const batches: string[][] = [];
  let room = 0;
  for (const title of titles) {
    const length = encodeURIComponent(title).length + 3;
    const last = batches.at(-1);
    if (last && last.length < most && length <= room) {
      last.push(title);
      room -= length;
    } else {
      batches.push([title]);
      room = MOST_CHARACTERS - length;
    }
  }
  return batches;
}

async function fetchPages(
  query: Query,
  wiki: string,
  titles: readonly string[],
  parameters: Readonly<Record<string, string>>,
): Promise<Result<Pages, ArticlesFailure>> {
  const pages = new Pages();
  let further: Readonly<Record<string, string>> = {};
  for (let piece = 0; piece < MOST_PIECES; piece++) {
    const answered = await query(wiki, {
      action: "query",
      format: "json",
      formatversion: "2",
      redirects: "1",
      titles: titles.join("|"),
      ...parameters,
      ...further,
    });
    if (!answered.ok) return answered;
    const response = responseSchema.safeParse(answered.value);
    if (!response.success || !response.data.query) return err(unreadable(wiki));
    pages.add(response.data);
    const rest = response.data.continue;
    if (!rest) return ok(pages);
    further = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  }
  return err(unreadable(wiki));
}

const unreadable = (wiki: string): ArticlesFailure => ({
  kind: "unreadable",
  message: `The Wikipedia "${wiki}" answered with something that is no answer to a query.`,
});

function mapped<T>(
  pages: Result<Pages, ArticlesFailure>,
  titles: readonly string[],
  read: (found: FoundPage) => T,
): Result<ReadonlyMap<string, T | null>, ArticlesFailure> {
  if (!pages.ok) return pages;
  return ok(
    new Map(
      titles.map((title) => {
        const found = pages.value.find(title);
        return [title, found ? read(found) : null];
      }),
    ),
  );
}

/** Links name some languages otherwise than addresses do. */
const LINK_CODES: ReadonlyMap<string, string> = new Map([
  ["no", "nb"],
  ["zh-yue", "yue"],
  ["zh-min-nan", "nan"],
  ["zh-classical", "lzh"],
]);

const englishArticle = ({ page, redirect }: FoundPage, wiki: string): EnglishArticle => ({
  title: page.title,
  redirect,
  disambiguation: page.pageprops?.disambiguation !== undefined,
  isArticle: page.ns === ARTICLES,
  aligned: page.langlinks?.find(({ lang }) => lang === wiki || lang === LINK_CODES.get(wiki))?.title ?? null,
});

const introduction = ({ page, redirect }: FoundPage): Introduction => ({
  title: page.title,
  redirect,
  disambiguation: page.pageprops?.disambiguation !== undefined,
  isArticle: page.ns === ARTICLES,
  text: cleanIntroduction(page.extract ?? ""),
  pageId: page.pageid ?? null,
  revision: page.lastrevid ?? null,
  url: webAddress(page.canonicalurl),
});

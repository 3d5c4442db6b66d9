import { err, ok, type Result } from "@spanbridge/shared";
import type { Articles, ArticlesFailure, EnglishArticle, Introduction } from "./articles.ts";
import { redirectGrounds } from "./check/redirect.ts";
import { type JudgeOptions, judge, judgeEnglish } from "./judge.ts";
import { type EnglishName, type Outcome, titlesFor } from "./names.ts";

/** How many names are worked on together: as many as MediaWiki takes titles in one question. */
export const BATCH = 50;

/**
 * Finds, for English names, what they are called in another language, and validates each. Answers come in batches, in
 * the order of the names, each name once. A failure of the source is the last answer; what came before it stands.
 */
export async function* findPairs(
  names: readonly EnglishName[],
  articles: Articles,
  options: JudgeOptions,
): AsyncGenerator<Result<Outcome[], ArticlesFailure>> {
  for (let at = 0; at < names.length; at += BATCH) {
    const outcomes = await findBatch(names.slice(at, at + BATCH), articles, options);
    yield outcomes;
    if (!outcomes.ok) return;
  }
}

async function findBatch(
  names: readonly EnglishName[],
  articles: Articles,
  options: JudgeOptions,
): Promise<Result<Outcome[], ArticlesFailure>> {
  const found = await findEnglish(names, articles);
  if (!found.ok) return found;
  const article = (name: EnglishName): EnglishArticle | undefined => found.value.get(name.name);

  const doubtful = names.flatMap((name) => {
    const known = article(name);
    return known?.redirect && !redirectGrounds(name.name, known.title, undefined) ? [known.title] : [];
  });
  const english = await ask(articles, "english", doubtful);
  if (!english.ok) return english;
  const evidence = (name: EnglishName) => {
    const known = article(name);
    return { article: known, english: known && english.value.get(known.title) };
  };

  const aligned = names.flatMap((name) =>
    judgeEnglish(name, evidence(name)) ? [] : [article(name)?.aligned ?? ""],
  );
  const introductions = await ask(articles, "target", aligned);
  if (!introductions.ok) return introductions;
  return ok(
    names.map((name) => {
      const introduction = introductions.value.get(article(name)?.aligned ?? "");
      return judge(name, { ...evidence(name), introduction }, options);
    }),
  );
}

/** The article of each name, under the first of its possible titles that has one. */
async function findEnglish(
  names: readonly EnglishName[],
  articles: Articles,
): Promise<Result<Map<string, EnglishArticle>, ArticlesFailure>> {
  const found = new Map<string, EnglishArticle>();
  const titles = new Map(names.map(({ name }) => [name, titlesFor(name)]));
  const rounds = Math.max(0, ...[...titles.values()].map(({ length }) => length));
  for (let round = 0; round < rounds; round++) {
    const open = [...titles].flatMap(([name, all]) => {
      const title = all[round];
      return title === undefined || found.has(name) ? [] : [{ name, title }];
    });
    if (open.length === 0) continue;
    const answered = await articles.english([...new Set(open.map(({ title }) => title))]);
    if (!answered.ok) return err(answered.error);
    for (const { name, title } of open) {
      const article = answered.value.get(title);
      if (article) found.set(name, article);
    }
  }
  return ok(found);
}

const ask = async (
  articles: Articles,
  side: "english" | "target",
  titles: readonly string[],
): Promise<Result<ReadonlyMap<string, Introduction>, ArticlesFailure>> =>
  titles.length === 0 ? ok(new Map()) : articles.introductions(side, [...new Set(titles)]);

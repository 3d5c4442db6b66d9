import { idOf, revisionOf, type WikiPage } from "./pages.ts";

const MOST_TITLES = 50;
const MOST_EXTRACTS = 20;

/** Sizes of the pieces in which an answer comes; small ones make every question continue. */
export type Pieces = { readonly extracts: number; readonly links: number };

/** The answer of `action=query` in the form of `formatversion=2`, from the documentation of MediaWiki's action API. */
export function answerQuery(
  wiki: string,
  pages: readonly WikiPage[],
  parameters: URLSearchParams,
  pieces: Pieces,
): object {
  const titles = (parameters.get("titles") ?? "").split("|");
  if (parameters.get("action") !== "query" || parameters.get("formatversion") !== "2") {
    return problem("badvalue", 'Unrecognized value for parameter "action": help.');
  }
  if (titles.length > MOST_TITLES) {
    return problem(
      "toomanyvalues",
      `Too many values supplied for parameter "titles". The limit is ${MOST_TITLES}.`,
    );
  }
  const normalized: object[] = [];
  const redirects: object[] = [];
  const found = new Map<string, { page: WikiPage | undefined; index: number }>();
  for (const asked of titles) {
    const spaced = asked.replaceAll("_", " ").trim();
    let title = spaced.charAt(0).toUpperCase() + spaced.slice(1);
    if (title !== asked) normalized.push({ fromencoded: false, from: asked, to: title });
    let index = pages.findIndex((page) => page.title === title);
    for (let redirect = pages[index]?.redirect; redirect; redirect = pages[index]?.redirect) {
      const { to, section } = redirect;
      redirects.push({ from: title, to, ...(section !== undefined && { tofragment: section }) });
      title = to;
      index = pages.findIndex((page) => page.title === to);
    }
    found.set(title, { page: pages[index], index });
  }
  const wanted = new Set((parameters.get("prop") ?? "").split("|"));
  const next: Record<string, string | number> = {};
  const from = Number(parameters.get("excontinue") ?? 0);
  const most = Math.min(MOST_EXTRACTS, pieces.extracts);
  const linkFrom = Number((parameters.get("llcontinue") ?? "0").split("|")[0]);
  const given = [...found].map(([title, { page, index }], at) => {
    if (!page) return { ns: 0, title, missing: true };
    const extract = wanted.has("extracts") && at >= from && at < from + most;
    const target = parameters.get("lllang") ?? "";
    const linked = page.links?.[target];
    const links =
      wanted.has("langlinks") && at >= linkFrom && at < linkFrom + pieces.links && linked !== undefined;
    return {
      pageid: idOf(index),
      ns: page.namespace ?? 0,
      title,
      ...(extract && { extract: page.extract ?? "" }),
      ...(links && { langlinks: [{ lang: target, title: linked }] }),
      ...(wanted.has("pageprops") && page.disambiguation && { pageprops: { disambiguation: "" } }),
      ...(wanted.has("info") && {
        contentmodel: "wikitext",
        lastrevid: revisionOf(index),
        canonicalurl: `https://${wiki}.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`,
      }),
    };
  });
  if (wanted.has("extracts") && from + most < found.size) {
    Object.assign(next, { excontinue: from + most, continue: "||info|pageprops" });
  }
  if (wanted.has("langlinks") && linkFrom + pieces.links < found.size) {
    Object.assign(next, {
      llcontinue: `${linkFrom + pieces.links}|${parameters.get("lllang")}`,
      continue: "||pageprops",
    });
  }
  const isOver = Object.keys(next).length === 0;
  return {
    ...(isOver ? { batchcomplete: true } : { continue: next }),
    query: {
      ...(normalized.length > 0 && { normalized }),
      ...(redirects.length > 0 && { redirects }),
      pages: given,
    },
  };
}

const problem = (code: string, info: string): object => ({
  error: { code, info, docref: "See https://www.mediawiki.org/w/api.php for API usage." },
});

import { err, ok, type Result } from "@spanbridge/shared";
import type {
  Articles,
  ArticlesFailure,
  EnglishArticle,
  Introduction,
  Redirect,
  WikiSide,
} from "../articles.ts";
import { isListTitle } from "../check/page.ts";
import { type EnglishName, titlesFor } from "../names.ts";
import { wikiOf } from "../wiki.ts";
import { cellsOf, type DumpTable, spaced } from "./tables.ts";
import { linesOf, readTextLine } from "./texts.ts";
import { SqlTupleReader } from "./tuples.ts";

/** A dump file, decoded and unpacked, opened anew for each pass. */
export type DumpFile = { readonly name: string; readonly open: () => AsyncIterable<string> };

/** Tables of the English Wikipedia, and texts of either. `redirect` and `page_props` may be missing. */
export type DumpFiles = {
  readonly tables: Readonly<Partial<Record<DumpTable, DumpFile>>>;
  readonly texts: readonly { readonly side: WikiSide; readonly file: DumpFile }[];
};

type Reading = { readonly file: string; readonly rows: number };

export type DumpOptions = {
  /** BCP 47 tag of the other language. */
  readonly language: string;
  readonly signal: AbortSignalLike;
  readonly onProgress?: (reading: Reading) => void;
};

type AbortSignalLike = { readonly aborted: boolean };

type Page = { readonly title: string; readonly isRedirect: boolean };

/**
 * Articles from dump files, which are read from one end to the other: `page` for the names, `redirect` and `page` again for
 * what redirects lead to, `page_props` for disambiguations, `langlinks`, then the texts. Only what the names need is kept,
 * so that memory grows with the names and not with the Wikipedia.
 */
export async function readDumps(
  names: readonly EnglishName[],
  files: DumpFiles,
  options: DumpOptions,
): Promise<Result<Articles, ArticlesFailure>> {
  const { page: pageFile, langlinks } = files.tables;
  if (!pageFile || !langlinks) {
    const missing = [...(pageFile ? [] : ["page"]), ...(langlinks ? [] : ["langlinks"])].join(" and ");
    return err({ kind: "refused", message: `The table ${missing} of the English Wikipedia is needed.` });
  }
  const reader = new TableReader(options);
  const wanted = new Set(names.flatMap(({ name }) => titlesFor(name)));
  const idsOf = new Map<string, string>();
  const pages = new Map<string, Page>();
  const redirecting = new Set<string>();
  const readPages = (titles: ReadonlySet<string>) =>
    reader.read(pageFile, "page", (cell) => {
      if (cell("page_namespace") !== "0") return;
      const title = spaced(cell("page_title"));
      if (!titles.has(title)) return;
      idsOf.set(title, cell("page_id"));
      const isRedirect = cell("page_is_redirect") === "1";
      pages.set(cell("page_id"), { title, isRedirect });
      if (isRedirect) redirecting.add(cell("page_id"));
    });

  const first = await readPages(wanted);
  if (!first.ok) return first;
  const leads = new Map<string, { readonly to: string; readonly section: string | null }>();
  if (redirecting.size > 0 && files.tables.redirect) {
    const read = await reader.read(files.tables.redirect, "redirect", (cell) => {
      if (!redirecting.has(cell("rd_from")) || cell("rd_namespace") !== "0" || cell("rd_interwiki") !== "")
        return;
      leads.set(cell("rd_from"), { to: spaced(cell("rd_title")), section: cell("rd_fragment") || null });
    });
    if (!read.ok) return read;
    const targets = new Set([...leads.values()].map(({ to }) => to).filter((to) => !idsOf.has(to)));
    const again = targets.size > 0 ? await readPages(targets) : ok(undefined);
    if (!again.ok) return again;
  }
  const disambiguations = new Set<string>();
  if (files.tables.page_props) {
    const read = await reader.read(files.tables.page_props, "page_props", (cell) => {
      if (cell("pp_propname") === "disambiguation" && pages.has(cell("pp_page"))) {
        disambiguations.add(cell("pp_page"));
      }
    });
    if (!read.ok) return read;
  }
  const aligned = new Map<string, string>();
  const wiki = wikiOf(options.language);
  const linked = await reader.read(langlinks, "langlinks", (cell) => {
    if (cell("ll_lang") !== wiki || !pages.has(cell("ll_from"))) return;
    if (cell("ll_title") !== "") aligned.set(cell("ll_from"), spaced(cell("ll_title")));
  });
  if (!linked.ok) return linked;

  const english = new Map<string, EnglishArticle>();
  for (const title of wanted) {
    const found = follow(title, idsOf, pages, leads);
    if (!found) continue;
    const { id, page, redirect } = found;
    english.set(title, {
      title: page.title,
      redirect,
      disambiguation: disambiguations.has(id),
      isArticle: true,
      aligned: aligned.get(id) ?? null,
    });
  }
  const needed = {
    english: new Set([...english.values()].flatMap(({ title, redirect }) => (redirect ? [title] : []))),
    target: new Set([...english.values()].flatMap((article) => article.aligned ?? [])),
  };
  const introductions = await readTexts(files.texts, needed, reader, options);
  if (!introductions.ok) return introductions;
  return ok({
    english: async () => ok(english),
    introductions: async (side) => ok(introductions.value[side]),
  });
}

/** The page a title leads to, over as many redirects as there are. A redirect whose target is not known leads nowhere. */
function follow(
  title: string,
  idsOf: ReadonlyMap<string, string>,
  pages: ReadonlyMap<string, Page>,
  leads: ReadonlyMap<string, { readonly to: string; readonly section: string | null }>,
): { readonly id: string; readonly page: Page; readonly redirect: Redirect | null } | undefined {
  let redirected = false;
  let section: string | null = null;
  let at = title;
  for (let steps = 0; steps < 8; steps++) {
    const id = idsOf.get(at);
    const page = id === undefined ? undefined : pages.get(id);
    if (id === undefined || !page) return undefined;
    const lead = leads.get(id);
    if (!lead && page.isRedirect) return undefined;
    if (!lead) return { id, page, redirect: redirected ? { section } : null };
    redirected = true;
    section = lead.section ?? section;
    at = lead.to;
  }
  return undefined;
}

type Texts = Readonly<Record<WikiSide, Map<string, Introduction>>>;

async function readTexts(
  texts: DumpFiles["texts"],
  needed: Readonly<Record<WikiSide, ReadonlySet<string>>>,
  reader: TableReader,
  { language }: DumpOptions,
): Promise<Result<Texts, ArticlesFailure>> {
  const found: Texts = { english: new Map(), target: new Map() };
  for (const { side, file } of texts) {
    const read = await reader.lines(file, (line) => {
      const text = readTextLine(line, side === "english" ? "en" : language);
      if (!text) return;
      const { introduction, redirects } = text;
      const page = { ...introduction, disambiguation: isListTitle(introduction.title) };
      if (needed[side].has(page.title)) found[side].set(page.title, page);
      for (const title of redirects) {
        if (needed[side].has(title) && !found[side].has(title)) {
          found[side].set(title, { ...page, redirect: { section: null } });
        }
      }
    });
    if (!read.ok) return read;
  }
  return ok(found);
}

/** Reads files from one end to the other, and stops when that is asked for. */
class TableReader {
  readonly #options: DumpOptions;

  constructor(options: DumpOptions) {
    this.#options = options;
  }

  async read(
    file: DumpFile,
    table: DumpTable,
    row: (cell: (column: string) => string) => void,
  ): Promise<Result<undefined, ArticlesFailure>> {
    let rows = 0;
    const reader = new SqlTupleReader((found) => {
      if (found.table !== table) return;
      rows++;
      row(cellsOf(table, found));
    });
    for await (const piece of file.open()) {
      if (this.#options.signal.aborted) return err(stopped);
      reader.push(piece);
      this.#options.onProgress?.({ file: file.name, rows });
    }
    if (reader.complete && rows > 0) return ok(undefined);
    const what = rows === 0 ? `holds no rows of the table ${table}` : "is cut off";
    return err({ kind: "unreadable", message: `${file.name} ${what}.` });
  }

  async lines(file: DumpFile, take: (line: string) => void): Promise<Result<undefined, ArticlesFailure>> {
    let rows = 0;
    for await (const line of linesOf(file.open())) {
      if (this.#options.signal.aborted) return err(stopped);
      take(line);
      if (++rows % 1000 === 0) this.#options.onProgress?.({ file: file.name, rows });
    }
    return ok(undefined);
  }
}

const stopped: ArticlesFailure = { kind: "cancelled", message: "The reading of the dump files was stopped." };

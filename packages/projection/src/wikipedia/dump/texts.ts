import { z } from "zod";
import type { Introduction } from "../articles.ts";
import { cleanIntroduction } from "../check/introduction.ts";
import { articleUrl, webAddress } from "../wiki.ts";

/**
 * A line of a file with texts: `{title, text}` of one's own making, or a document of a CirrusSearch dump, which has the
 * introduction as `opening_text`, the revision as `version`, and the titles that lead to it.
 */
const lineSchema = z.looseObject({
  title: z.string(),
  text: z.string().nullish(),
  opening_text: z.string().nullish(),
  namespace: z.int().nullish(),
  page_id: z.int().nullish(),
  version: z.int().nullish(),
  revision: z.int().nullish(),
  url: z.string().nullish(),
  redirect: z.array(z.looseObject({ title: z.string(), namespace: z.int().nullish() })).nullish(),
});

export type DumpText = { readonly introduction: Introduction; readonly redirects: readonly string[] };

/**
 * Reads a line; undefined for one that holds no article (CirrusSearch writes a line with the id before each). Where the
 * introduction does not stand apart it is the text up to the first empty line.
 */
export function readTextLine(line: string, language: string): DumpText | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { title, text, opening_text, namespace, page_id, version, revision, url, redirect } = parsed.data;
  const isCirrus = opening_text !== undefined;
  const introduction = {
    title,
    redirect: null,
    disambiguation: false,
    isArticle: (namespace ?? 0) === 0,
    text: cleanIntroduction((isCirrus ? opening_text : text) ?? ""),
    pageId: page_id ?? null,
    revision: version ?? revision ?? null,
    url: webAddress(url) || articleUrl(language, title),
  };
  return { introduction, redirects: redirect?.map((one) => one.title) ?? [] };
}

/** Lines of a text that comes in pieces, without their breaks. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield line;
  }
  if (rest.trim() !== "") yield rest;
}

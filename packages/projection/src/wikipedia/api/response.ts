import { z } from "zod";

const mapping = z.array(z.looseObject({ from: z.string(), to: z.string() }));

const pageSchema = z.looseObject({
  pageid: z.int().optional(),
  ns: z.int().optional(),
  title: z.string(),
  missing: z.boolean().optional(),
  invalid: z.boolean().optional(),
  langlinks: z.array(z.looseObject({ lang: z.string(), title: z.string() })).optional(),
  pageprops: z.record(z.string(), z.unknown()).optional(),
  extract: z.string().optional(),
  lastrevid: z.int().optional(),
  canonicalurl: z.string().optional(),
});
type Page = z.infer<typeof pageSchema>;

/** An answer of `action=query` with `formatversion=2`, as far as it is used here. */
export const responseSchema = z.looseObject({
  continue: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  query: z
    .looseObject({
      normalized: mapping.optional(),
      converted: mapping.optional(),
      redirects: z
        .array(z.looseObject({ from: z.string(), to: z.string(), tofragment: z.string().optional() }))
        .optional(),
      pages: z.array(pageSchema).optional(),
    })
    .optional(),
});
type Response = z.infer<typeof responseSchema>;

/** A title's page with the way there; undefined where there is none. */
export type FoundPage = {
  readonly page: Page;
  readonly redirect: { readonly section: string | null } | null;
};

/** The pages of one question, put together from all the pieces of its answer. */
export class Pages {
  readonly #renamed = new Map<string, string>();
  readonly #redirects = new Map<string, { readonly to: string; readonly section: string | null }>();
  readonly #pages = new Map<string, Page>();

  add({ query }: Response): void {
    for (const { from, to } of [...(query?.normalized ?? []), ...(query?.converted ?? [])]) {
      this.#renamed.set(from, to);
    }
    for (const { from, to, tofragment } of query?.redirects ?? []) {
      this.#redirects.set(from, { to, section: tofragment || null });
    }
    // Each piece has every page, with the part of its properties that had room.
    for (const page of query?.pages ?? []) {
      const before = this.#pages.get(page.title);
      const langlinks = [...(before?.langlinks ?? []), ...(page.langlinks ?? [])];
      const pageprops = { ...before?.pageprops, ...page.pageprops };
      this.#pages.set(page.title, { ...before, ...page, langlinks, pageprops });
    }
  }

  find(title: string): FoundPage | undefined {
    let at = title;
    let redirected = false;
    let section: string | null = null;
    // A redirect may lead to another one; more than a few are a circle.
    for (let steps = 0; steps < 8; steps++) {
      const renamed = this.#renamed.get(at);
      const led = this.#redirects.get(renamed ?? at);
      if (led) {
        redirected = true;
        section = led.section ?? section;
      }
      const next = led?.to ?? renamed;
      if (next === undefined || next === at) break;
      at = next;
    }
    const page = this.#pages.get(at);
    if (!page || page.missing || page.invalid) return undefined;
    return { page, redirect: redirected ? { section } : null };
  }
}

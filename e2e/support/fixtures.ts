import { readFileSync } from "node:fs";
import { test as base } from "@playwright/test";
import { z } from "zod";
import { ExportPage } from "../pages/export-page.ts";
import { ImportPage } from "../pages/import-page.ts";
import { ReviewScreen } from "../pages/review-screen.ts";
import { type Api, connect } from "./api.ts";
import { origin, sessionFile } from "./installation.ts";
import { linesOf, type PairsRow } from "./samples.ts";

const sessionSchema = z.object({ cookies: z.array(z.object({ name: z.string(), value: z.string() })) });

type Fixtures = {
  /** The server as the signed-in owner, beside the browser: to seed and to look at results. */
  readonly api: Api;
  /** Makes a project of this test's own with these rows, and answers its slug. */
  readonly seed: (language: string, rows: readonly object[]) => Promise<string>;
  readonly review: ReviewScreen;
  readonly importPage: ImportPage;
  readonly exportPage: ExportPage;
};

export const test = base.extend<Fixtures>({
  api: async ({ baseURL }, use) => {
    const { cookies } = sessionSchema.parse(JSON.parse(readFileSync(sessionFile(), "utf8")));
    await use(connect(baseURL ?? origin(), cookies.map(({ name, value }) => `${name}=${value}`).join("; ")));
  },
  seed: async ({ api }, use, info) => {
    await use(async (language, rows) => {
      const { slug } = await api.createProject({
        name: `${info.title} (${language})`.slice(0, 100),
        sourceLang: language,
      });
      if (rows.length > 0) await api.importFile(slug, linesOf(rows), { name: "seed.jsonl" });
      return slug;
    });
  },
  review: async ({ page }, use) => use(new ReviewScreen(page)),
  importPage: async ({ page }, use) => use(new ImportPage(page)),
  exportPage: async ({ page }, use) => use(new ExportPage(page)),
});

export { expect } from "@playwright/test";

/** What the project would export now, row by row. Every surface in it is checked against its offsets. */
export async function exportedRows(api: Api, project: string, layer = "review"): Promise<PairsRow[]> {
  const file = await api.exportFile(project, { layer });
  return file
    .trimEnd()
    .split("\n")
    .map((line) => {
      const row: PairsRow = JSON.parse(line);
      for (const [text, entities] of [
        [row.source_text, row.source_entities],
        [row.english_text, row.english_entities],
      ] as const) {
        for (const { start, end, text: surface } of entities ?? []) {
          const characters = [...text].slice(start, end).join("");
          if (characters !== surface)
            throw new Error(`${row.id}: "${surface}" stands where "${characters}" is.`);
        }
      }
      return row;
    });
}

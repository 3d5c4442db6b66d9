// Pictures of the journey in light and dark for the documentation: `node e2e/screenshots.ts [directory]`.
// Not a test: it starts a server of its own on sample data and looks at nothing but what it draws.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { ImportPage } from "./pages/import-page.ts";
import { ReviewScreen } from "./pages/review-screen.ts";
import { type Api, connect } from "./support/api.ts";
import { launchOptions } from "./support/browser.ts";
import { overlapping } from "./support/overlapping.ts";
import { linesOf, sampleRows } from "./support/samples.ts";
import { removeData, root, startServer, temporaryData } from "./support/server.ts";

const target = path.resolve(process.argv[2] ?? path.join(root, "docs/images"));
await mkdir(target, { recursive: true });
const data = await temporaryData();
const server = await startServer({ data });
const browser = await chromium.launch(await launchOptions());
try {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(server.link ?? server.origin);
  await page.getByRole("heading", { name: "Welcome to Spanbridge" }).waitFor();
  await shoot(page, "welcome");
  const api = await apiOf(context);
  await journey(page, api);
  await overlaps(page, api);
  await interfaces(page, api);
} finally {
  await browser.close();
  await server.stop();
  await removeData(data);
}

async function apiOf(context: BrowserContext): Promise<Api> {
  const cookies = await context.cookies();
  return connect(server.origin, cookies.map(({ name, value }) => `${name}=${value}`).join("; "));
}

async function journey(page: Page, api: Api): Promise<void> {
  const review = new ReviewScreen(page);
  const zh = await install(page, "Chinese");
  await review.open(zh);
  await selectFirst(review, api, zh);
  await shoot(page, "review-zh");
  await review.press("n");
  await page.getByRole("region", { name: /^Link .* to…$/ }).waitFor();
  await shoot(page, "review-zh-link");
  await review.press("Escape", "e");
  const field = page.getByRole("textbox", { name: "Translation" });
  await field.fill((await field.inputValue()).replace("Obama's", "The president's"));
  await shoot(page, "review-zh-translation");
  await review.press("Escape");

  const ar = await install(page, "Arabic");
  await review.open(ar);
  await selectFirst(review, api, ar);
  await shoot(page, "review-ar");

  const th = await install(page, "Thai");
  await review.open(th);
  const [entity, other] = (await api.open(th, 1)).annotation.spans.filter(({ side }) => side === "source");
  if (entity && other) {
    for (const { start } of [other, entity]) {
      await review.click("source", start);
      await review.press("Delete", "Escape");
    }
    await review.drag("source", entity.start, entity.end);
    await review.labels.waitFor();
  }
  await shoot(page, "review-th-label");
  await review.press("Escape");
  await review.button("Accept & next").click();
  await review.heading((await api.open(th, 2)).externalId).waitFor();

  await page.goto(`/projects/${th}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await shoot(page, "overview");
  const importPage = new ImportPage(page);
  await importPage.open(zh);
  await importPage.choose("news.jsonl", `${linesOf(sampleRows("zh", 3))}{ this is no JSON\n`);
  await importPage.file.getByText("Read to the end").waitFor();
  await shoot(page, "import");
  await page.goto(`/projects/${th}/export`);
  await page.getByRole("button", { name: "Download" }).waitFor();
  await shoot(page, "export");
}

/** Names within names, in three scripts and two widths; and what is opened above them. */
async function overlaps(page: Page, api: Api): Promise<void> {
  const review = new ReviewScreen(page);
  for (const [language, row] of Object.entries(overlapping)) {
    const { slug } = await api.createProject({
      name: `Overlapping names (${language})`,
      sourceLang: language,
    });
    await api.importFile(slug, linesOf([row]), { name: "overlapping.jsonl" });
    await review.open(slug);
    await review.press("Tab");
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: width === 1024 ? 768 : 900 });
      await shoot(page, `overlap-${language}-${width}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await review.press("g");
  await shoot(page, "matrix");
  await review.press("g", "Control+k");
  await page.getByRole("dialog", { name: "Find" }).waitFor();
  await shoot(page, "palette");
  await review.press("Escape", "Alt+k");
  await page.getByRole("dialog", { name: "Change the keys" }).waitFor();
  await shoot(page, "keys");
  await review.press("Escape");
}

/** The interface in another language; the texts stay what they are. */
async function interfaces(page: Page, api: Api): Promise<void> {
  const { slug } = await api.createProject({ name: "Interface", sourceLang: "zh" });
  await api.importFile(slug, linesOf([overlapping.zh]), { name: "interface.jsonl" });
  for (const language of ["zh-Hans", "ja", "ar"]) {
    await page.evaluate((tag) => localStorage.setItem("spanbridge.language", tag), language);
    await page.goto(`/projects/${slug}/review/1`);
    await page.locator("[data-side=source]").waitFor();
    await page.keyboard.press("Tab");
    await shoot(page, `interface-${language}`);
  }
  await page.evaluate(() => localStorage.removeItem("spanbridge.language"));
}

/** Installs a sample from the first screen; the slug of its project. */
async function install(page: Page, language: string): Promise<string> {
  await page.goto("/new");
  const name = new RegExp(`^Install and review: ${language}: what a language model answered$`);
  await page.getByRole("button", { name }).click();
  await page.waitForURL(/\/review\/1/);
  return /projects\/([^/]+)\//.exec(page.url())?.[1] ?? "";
}

async function selectFirst(review: ReviewScreen, api: Api, project: string): Promise<void> {
  const { annotation } = await api.open(project, 1);
  const span = annotation.spans.findLast(({ side }) => side === "source");
  if (span) await review.click("source", span.start);
}

async function shoot(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(target, `${name}-${colorScheme}.png`), animations: "disabled" });
  }
  await page.emulateMedia({ colorScheme: "light" });
}

import { check } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import { startWikipedia, type WikiStandIn } from "../support/wikipedia/server.ts";
import { manyTowns, smallWorld, townNames } from "../support/wikipedia/world.ts";

const towns = manyTowns(120);
let wikipedia: WikiStandIn;
test.beforeAll(async () => {
  wikipedia = await startWikipedia({
    ...smallWorld,
    en: [...(smallWorld.en ?? []), ...(towns.en ?? [])],
    zh: [...(smallWorld.zh ?? []), ...(towns.zh ?? [])],
  });
});
test.afterAll(() => wikipedia.close());

/** A segment whose translation is one English name, without a counterpart. */
const named = (name: string, label: string, index: number): object => ({
  id: `${index}`,
  source_text: `句子${index}`,
  english_text: name,
  english_entities: [{ id: "e1", start: 0, end: [...name].length, label }],
});

test("names are looked up in Wikipedia, judged, put into memory and taken back", async ({ page, seed }) => {
  const names = [
    "Berlin",
    "EU",
    "Burma",
    "Mercury",
    "Venantius AB",
    "Taiwan",
    "Queen (band)",
    ...townNames(120),
  ];
  const project = await seed(
    "zh",
    names.map((name, index) => named(name, "LOC", index)),
  );
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const searches = page.getByRole("list", { name: "Searches" });
  const card = searches.getByRole("listitem", { name: /^Search of/ }).first();
  const pairs = card.getByRole("list", { name: "Pairs" });

  await test.step("nothing leaves the machine until an owner allows it", async () => {
    await page.goto(`/projects/${project}/memory`);
    await expect(page.getByText(/^Nothing looked up yet/)).toBeVisible();
    await button("Look names up").click();
    await expect(page.getByText("127 names to look for in the Wikipedia “zh”")).toBeVisible();
    await page.getByRole("textbox", { name: "Address" }).fill("https://{lang}.wikipedia.org/w/api.php");
    await page.getByRole("switch", { name: "Names may be sent to Wikipedia" }).setChecked(true);
    await button("Save").click();
    await expect(page.getByText(/^Wikipedia wants to know who asks\. Give a contact/)).toBeVisible();
    await check(page, "names from Wikipedia, not allowed");
    await page.getByRole("textbox", { name: "Address" }).fill(wikipedia.apiBase);
    await button("Save").click();
    await expect(button("Look them up")).toBeEnabled();
  });

  await test.step("a search can be stopped, and goes on", async () => {
    wikipedia.mischief = (_, count) => (count === 3 ? { kind: "hang" } : { kind: "slow", milliseconds: 50 });
    await button("Look them up").click();
    await expect(card.getByText("Running", { exact: true })).toBeVisible();
    await expect(card.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "0 of 127 names");
    await button("Cancel").click();
    await expect(card.getByText("Cancelled", { exact: true })).toBeVisible();
    wikipedia.mischief = () => undefined;
    await button("Go on").click();
    await expect(card.getByText("Done", { exact: true })).toBeVisible({ timeout: 150_000 });
    await expect(card).toContainText("125 pairs");
    await expect(card).toContainText("1 × The name has several meanings");
    await expect(card).toContainText("1 × The name leads to an article that does not mention it.");
  });

  await test.step("each pair shows its text, each other name its reason", async () => {
    await button("Look at the rejected names").click();
    await expect(card.getByRole("list", { name: "Names without a pair" })).toContainText("Venantius AB");
    await button("Look at the pairs").click();
    const burma = pairs.getByRole("listitem").filter({ hasText: "Burma" });
    await expect(burma).toContainText("traditional or simplified");
    await expect(burma.locator("mark")).toHaveText("緬甸");
    await expect(burma.getByRole("link", { name: /^Article/ })).toHaveAttribute("href", /zh\.wikipedia\.org/);
    await check(page, "names from Wikipedia, found");
  });

  await test.step("all but one go into memory", async () => {
    await pairs.getByRole("checkbox", { name: "Add Taiwan to memory" }).uncheck();
    await button("Add 124 pairs to memory").click();
    await expect(card.getByText("In memory", { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: "124 pairs of names" })).toBeVisible();
    await page.getByRole("searchbox", { name: "Search" }).fill("Burma");
    const row = page.getByRole("row").filter({ hasText: "缅甸" });
    await expect(row.getByRole("link", { name: /^Wikipedia/ })).toHaveAttribute("href", /zh\.wikipedia\.org/);
    await page.getByRole("searchbox", { name: "Search" }).fill("Taiwan");
    await expect(page.getByText("Nothing fits")).toBeVisible();
    await page.getByRole("searchbox", { name: "Search" }).fill("");
    await expect(page.getByText("3 names to look for in the Wikipedia “zh”")).toBeVisible();
  });

  await test.step("and can be taken back", async () => {
    await button("Take them back").click();
    await expect(button("Add 124 pairs to memory")).toBeVisible();
    await expect(page.getByText("Nothing learnt yet")).toBeVisible();
  });
  expect(wikipedia.atOnce).toBe(1);
});

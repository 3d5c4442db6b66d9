import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No violation of WCAG 2.2 A and AA, in light and in dark. */
export async function check(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html.slice(0, 200)),
    }));
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  // The colours are the system's there; what is left to check are names, roles and sizes.
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  const forced = await new AxeBuilder({ page }).withTags(TAGS).disableRules("color-contrast").analyze();
  expect(
    forced.violations.map(({ id }) => id),
    `${what}, forced colours`,
  ).toEqual([]);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

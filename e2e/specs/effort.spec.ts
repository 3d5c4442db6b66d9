import { corpora, tasksOf } from "../effort/corpora.ts";
import { priceOf } from "../effort/prices.ts";
import { annotate } from "../effort/session.ts";
import { expect, test } from "../support/fixtures.ts";

for (const corpus of corpora.filter(({ language }) => ["zh", "ar", "th"].includes(language))) {
  test(`predictions become gold by the fewest actions: ${corpus.name}`, async ({ page, api, seed }) => {
    const project = await seed(corpus.language, []);
    const { segments, wrong } = await annotate(page, api, project, tasksOf(corpus, 6));
    expect(wrong).toEqual([]);
    const done = segments.flat();
    // What the figures promise for each correction; a click that meets another span first would show here.
    for (const one of done) {
      expect(one.actions, JSON.stringify(one)).toBeLessThanOrEqual(priceOf("Label Studio", one));
    }
  });
}

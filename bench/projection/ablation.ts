import { scoreSpans } from "@spanbridge/metrics";
import { type OfflineSettings, offlineDefaults } from "@spanbridge/projection";
import { crossFit, examineAll, pairsOf } from "./crossfit.ts";
import { table } from "./tables.ts";

type Use = OfflineSettings["features"]["use"];

const without = (...features: (keyof Use)[]): OfflineSettings => ({
  ...offlineDefaults,
  features: {
    ...offlineDefaults.features,
    use: {
      ...offlineDefaults.features.use,
      ...Object.fromEntries(features.map((feature) => [feature, false])),
    },
  },
});

const VARIANTS: readonly (readonly [string, OfflineSettings])[] = [
  ["sound", without("sound")],
  ["word aligner", without("links")],
  ["lexical prior of the aligner", without("prior")],
  ["shipped tables of words", without("words")],
  ["association of strings", without("association")],
  ["lexicon", without("lexicon")],
  ["lexicon and CLDR", without("lexicon", "cldr")],
  ["numbers", without("numbers")],
  ["countries nobody asked for", { ...offlineDefaults, unprompted: false }],
  ["glosses in brackets", { ...offlineDefaults, glosses: false }],
  ["repeats", { ...offlineDefaults, repeats: false }],
];

/** F1 when one source of evidence is left out; weights are learnt anew each time. */
export function ablation(languages: readonly string[]): string {
  const rows = VARIANTS.map(([name, settings]) => {
    const { corpora, answers } = crossFit(examineAll(languages, settings));
    return [
      name,
      ...corpora.map((corpus, index) =>
        scoreSpans(pairsOf(corpus, answers[index] ?? [])).micro.f1.toFixed(3),
      ),
    ];
  });
  return `## Without one feature\n\n${table(["left out", ...languages], rows)}\n\nDifferences below 0.01 are noise: 500 spans give a standard error of about 0.02.`;
}

import { snapshotManifestSchema } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { datasetCard } from "./card.ts";

const manifest = snapshotManifestSchema.parse({
  version: 1,
  spanbridge: "0.1.0",
  project: { name: "News | *zh*", slug: "news", sourceLang: "zh-TW", pivotLang: "en" },
  plan: { split: { by: "document", ratio: { train: 8, dev: 1, test: 1 }, seed: 5 } },
  refs: { layer: "predictions", machine: "predictions" },
  hidden: false,
  labels: [],
  licence: "CC BY-SA 4.0",
  attribution: "From\n# somewhere",
  guidelines: { sha256: "abc", text: "Use ```code``` sparingly." },
  files: [{ split: null, sha256: "f00d", bytes: 12 }],
  segments: 1500,
  counts: [
    {
      split: "train",
      segments: 1400,
      documents: 3,
      spans: 9,
      links: 4,
      labels: [{ label: "PER", source: 4, pivot: 5 }],
    },
    { split: null, segments: 100, documents: 1, spans: 0, links: 0, labels: [] },
  ],
  duplicates: 100,
  unassigned: 0,
});
const card = datasetCard({
  name: "v1",
  note: "",
  createdAt: "2026-01-02T03:04:05.000Z",
  createdBy: "Olga",
  manifest,
});

describe("the dataset card", () => {
  it("has front matter, counts, licence and checksums", () => {
    expect(card.startsWith('---\npretty_name: "v1"\nlanguage:\n- zh\n- en\n')).toBe(true);
    expect(card).toContain("- 1K<n<10K\n");
    expect(card).toContain("| train | 1400 | 3 | 9 | 4 |");
    expect(card).toContain("| PER | 4 / 5 | 0 / 0 |");
    expect(card).toContain("100 segments in no split: their text is in one that is held out");
    expect(card).toContain("| all | 12 | `f00d` |");
  });

  it("lets no text of the project be Markdown of the card", () => {
    expect(card).toContain("News \\| \\*zh\\*");
    expect(card).toContain("From \\# somewhere");
    expect(card).toContain("````markdown\nUse ```code``` sparingly.\n````");
  });
});

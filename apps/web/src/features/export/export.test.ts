import { exportCodecs, type SegmentRecord } from "@spanbridge/formats";
import { emptyAnnotation } from "@spanbridge/shared";
import { exportOptionsSchema } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportPath, fileNameOf, formats, startChoice } from "./options.ts";
import { SegmentCounter } from "./segment-counter.ts";

const record = (id: string): SegmentRecord => ({
  id,
  document: null,
  sourceLang: "en",
  annotation: emptyAnnotation("Obama spoke.", ""),
  originalPivotText: null,
  meta: null,
  spanExtras: null,
});

describe("export", () => {
  it("knows every format the server writes", () => {
    expect(formats.map(({ value }) => value)).toEqual(exportCodecs.map(({ id }) => id));
  });

  it("asks for what was chosen", () => {
    const choice = {
      ...startChoice,
      formatOptions: { tokens: "characters" },
      states: ["accepted", "rejected"] as const,
      documents: ["a&b", "c d"],
    };
    const url = new URL(exportPath("news", choice), "http://localhost");
    expect(url.pathname).toBe("/api/projects/news/export");
    const query = url.searchParams;
    const options = {
      format: query.get("format"),
      formatOptions: Object.fromEntries(query.getAll("option").map((pair) => pair.split("="))),
      layer: query.get("layer"),
      states: query.getAll("state"),
      documents: query.getAll("document"),
    };
    expect(exportOptionsSchema.parse(options)).toEqual(choice);
  });

  it("names the file after what is in it", () => {
    const project = { slug: "news-zh", documents: 3 };
    expect(fileNameOf(project, startChoice)).toBe("news-zh-review.jsonl");
    expect(
      fileNameOf(project, {
        ...startChoice,
        format: "iob2",
        layer: "my layer/1",
        states: ["accepted"],
        documents: ["a"],
      }),
    ).toBe("news-zh-my_layer_1-accepted-part.iob2");
  });

  const counted = exportCodecs.filter((codec) => codec.counted);
  it.each(counted)("counts the segments of $id however the bytes are cut", async (codec) => {
    const format = codec.id;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 64 }), async (count, size) => {
        const serialiser = await codec.createSerialiser({ sourceLang: "en" });
        const parts = Array.from({ length: count }, (_, index) => serialiser.segment(record(`n${index}`)));
        const bytes = new TextEncoder().encode(parts.join("") + serialiser.end());
        const counter = new SegmentCounter(format);
        for (let at = 0; at < bytes.length; at += size) counter.push(bytes.subarray(at, at + size));
        expect(counter.segments).toBe(count);
      }),
    );
  });
});

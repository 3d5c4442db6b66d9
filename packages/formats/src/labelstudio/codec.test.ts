import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parse, write, writeAny } from "../../test/support.ts";
import { labelStudioCodec } from "./codec.ts";
import { labelStudioConfig } from "./config.ts";
import { createTasks } from "./write.ts";

const tasksOf = { createSerialiser: (options = {}) => createTasks(options).tasks };

/** As Label Studio exports it: its bookkeeping around data, a skipped and a finished annotation, and a prediction. */
const exported = [
  {
    id: 7,
    data: { en: "Ann met Bo 👍", src: "安见了博 👍", genre: "news" },
    annotations: [
      { id: 4, completed_by: 1, was_cancelled: true, result: [] },
      {
        id: 5,
        completed_by: 1,
        was_cancelled: false,
        ground_truth: false,
        lead_time: 4.2,
        result: [
          region("e1", "en", 0, 3, "Ann", "PER", { origin: "prediction" }),
          region("e2", "en", 8, 10, "Bo", "PER"),
          region("s1", "src", 0, 1, "安", "PER"),
          { type: "relation", from_id: "e1", to_id: "s1", direction: "right", labels: ["projects_to"] },
          { type: "choices", from_name: "ok", to_name: "en", value: { choices: ["fine"] } },
        ],
      },
    ],
    predictions: [{ model_version: "m1", score: 0.91, result: [region("p1", "en", 0, 7, "Ann met", "ORG")] }],
    file_upload: "x.json",
    created_at: "2026-01-01T00:00:00Z",
    meta: {},
  },
  {
    id: 8,
    data: { en: "Cy", src: "赛" },
    predictions: [
      { model_version: "m1", result: [{ ...region("s", "src", 0, 1, "赛", "PER"), score: 0.7 }] },
    ],
  },
];

function region(id: string, on: string, start: number, end: number, text: string, label: string, more = {}) {
  return {
    id,
    from_name: `${on}_ner`,
    to_name: on,
    type: "labels",
    value: { start, end, text, labels: [label] },
    ...more,
  };
}

describe("a Label Studio export", () => {
  it("gives a person's finished annotation, else the prediction", () => {
    const { records, bad, remarks } = parse(labelStudioCodec, JSON.stringify(exported, null, 2));
    expect(bad).toEqual([]);
    expect(records).toHaveLength(2);
    const [first, second] = records;
    expect(first).toMatchObject({
      id: "7",
      annotation: {
        sourceText: "安见了博 👍",
        pivotText: "Ann met Bo 👍",
        review: { state: "accepted" },
        spans: [
          { id: "s1", side: "source", start: 0, end: 1, label: "PER" },
          { id: "e1", side: "pivot", start: 0, end: 3 },
          { id: "e2", side: "pivot", start: 8, end: 10 },
        ],
        links: [{ pivot: "e1", source: "s1" }],
      },
      meta: { extra: { genre: "news" } },
      spanExtras: { e1: { origin: "prediction" } },
    });
    expect(second?.annotation).toMatchObject({
      review: { state: "pending" },
      spans: [{ id: "s", provenance: { origin: "import", confidence: 0.7 } }],
    });
    expect(remarks.map(({ code, row }) => `${row} ${code}`)).toEqual([
      "2 column_ignored",
      "2 column_ignored",
    ]);
  });

  it.each([
    ["another surface", { text: "Bob" }, "text_mismatch"],
    ["an end behind the text", { end: 99, text: undefined }, "outside_text"],
    ["no label", { labels: [] }, "missing"],
    ["half an emoji", { start: 11.5 }, "offset"],
  ])("with %s is a bad row", (_, value, code) => {
    const made = region("e", "en", 8, 10, "Bo", "PER");
    const task = {
      data: { en: "Ann met Bo 👍", src: "安" },
      predictions: [{ result: [{ ...made, value: { ...made.value, ...value } }] }],
    };
    const { bad, records } = parse(labelStudioCodec, JSON.stringify([task]));
    expect(records).toEqual([]);
    expect(bad[0]?.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it("of a region on a third text, and of a list that is cut off, is told", () => {
    const task = {
      data: { en: "Ann", src: "安" },
      annotations: [{ result: [region("e", "fr", 0, 3, "Ann", "PER")] }],
    };
    expect(parse(labelStudioCodec, JSON.stringify([task])).bad[0]?.[0]?.code).toBe("unknown_id");
    const cut = parse(labelStudioCodec, JSON.stringify(exported).slice(0, -1));
    expect(cut.records).toHaveLength(2);
    expect(cut.remarks.at(-1)).toMatchObject({ severity: "error", code: "invalid_json" });
  });

  it("is written as tasks that fit the labelling configuration", () => {
    const { records } = parse(labelStudioCodec, JSON.stringify(exported));
    const tasks = JSON.parse(write(tasksOf, records).text);
    expect(tasks[0].predictions).toEqual([]);
    expect(tasks[1].annotations).toEqual([]);
    expect(tasks[1].predictions[0].result[0]).toMatchObject({
      from_name: "source_label",
      to_name: "source_text",
      score: 0.7,
      value: { start: 0, end: 1, text: "赛", labels: ["PER"] },
    });
    const config = labelStudioConfig(["PER", 'A&B"']);
    expect(config).toContain('<Label value="A&amp;B&quot;"/>');
    for (const name of ["source_label", "source_text", "english_label", "english_text"]) {
      expect(config).toContain(`="${name}"`);
    }
  });

  it("comes with the configuration for the project's labels and those that occur besides, name for name", async () => {
    const { records } = parse(labelStudioCodec, JSON.stringify(exported));
    const options = { labels: ["LOC", "PER"], options: { package: "archive" } };
    const { bytes } = await writeAny(labelStudioCodec, records, options);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(["tasks.json", "labeling-config.xml"]);
    const text = (name: string) => new TextDecoder().decode(files[name]);
    const config = text("labeling-config.xml");
    const labels = [...config.matchAll(/<Label value="([^"]*)"\/>/g)].map(([, value]) => value);
    expect(labels).toEqual(["LOC", "PER", "LOC", "PER"]);
    for (const task of JSON.parse(text("tasks.json"))) {
      for (const { result } of [...task.annotations, ...task.predictions]) {
        for (const region of result) {
          if (region.type === "relation") {
            expect(
              region.labels.every((name: string) => config.includes(`<Relation value="${name}"/>`)),
            ).toBe(true);
          } else {
            expect(config).toContain(`<Labels name="${region.from_name}" toName="${region.to_name}">`);
            expect(config).toContain(`<Text name="${region.to_name}" value="$${region.to_name}"`);
            expect(Object.keys(task.data)).toContain(region.to_name);
          }
        }
      }
    }
    expect(parse(labelStudioCodec, text("tasks.json")).records).toHaveLength(2);
  });
});

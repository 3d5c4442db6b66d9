import { codePoint } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { labels, type Said, scripted } from "../../test/scripted-model.ts";
import type { EatPorts, Question } from "./ports.ts";
import { projectSegment } from "./project.ts";
import type { PromptContext } from "./prompts/context.ts";
import type { EatOptions, EatSegment } from "./segment.ts";

const context: PromptContext = { sourceLang: "zh", pivotLang: "en", labels, examples: [], names: [] };
const options: EatOptions = { mode: "compact", check: false, newId: (index) => `e${index + 1}` };
const sourceText = "奥巴马在柏林批评了微软。";
const english = "Obama criticised Microsoft in Berlin.";
const translation = JSON.stringify({ names: [], translation: english });
const entities = JSON.stringify({
  entities: [
    { text: "Obama", label: "PER" },
    { text: "Microsoft", label: "ORG" },
    { text: "Berlin", label: "LOC" },
  ],
});
const places = (...phrases: (string | null)[]): string =>
  JSON.stringify({ places: phrases.map((phrase, index) => ({ id: index + 1, phrase, before: "" })) });
const bare: EatSegment = { sourceText, pivotText: "", entities: undefined };
type Script = Partial<Record<Question["stage"], readonly Said[]>>;

const run = async (
  script: Script,
  segment: EatSegment = bare,
  more: {
    context?: Partial<PromptContext>;
    options?: Partial<EatOptions>;
    ports?: Omit<EatPorts, "model">;
  } = {},
) => {
  const { model, asked } = scripted(script);
  const result = await projectSegment({ model, ...more.ports }, { ...context, ...more.context }, segment, {
    ...options,
    ...more.options,
  });
  return { asked, result };
};
const good = async (...args: Parameters<typeof run>) => {
  const { asked, result } = await run(...args);
  if (!result.ok) throw new Error(result.error.message);
  return {
    asked,
    value: result.value,
    kinds: result.value.signals.map(({ kind, span }) => `${kind} ${span}`.trim()),
  };
};

describe("a segment", () => {
  it("goes through all stages, one question each", async () => {
    const { asked, value, kinds } = await good({
      translate: [translation],
      recognise: [entities],
      locate: [places("奥巴马", "微软", "柏林")],
    });
    expect(asked.map(({ stage, round }) => [stage, round])).toEqual([
      ["translate", 1],
      ["recognise", 1],
      ["locate", 1],
    ]);
    expect(value.pivotText).toBe(english);
    expect(value.entities.map(({ id, label, place }) => [id, label, place?.start, place?.surface])).toEqual([
      ["e1", "PER", 0, "奥巴马"],
      ["e2", "ORG", 9, "微软"],
      ["e3", "LOC", 4, "柏林"],
    ]);
    expect(kinds).toEqual([]);
    expect(asked.map(({ messages }) => messages)).toMatchSnapshot("compact requests");
  });

  it("is led through the published dialogue in faithful mode", async () => {
    const { asked, value } = await good(
      {
        translate: [
          "- 奥巴马: Obama",
          "Obama criticised Microsoft…",
          `Here is the final translation:\n"${english}"`,
        ],
        recognise: [entities],
        locate: ["It is 奥巴马.", "Yes.", "奥巴马", "微软", "微软", "**微软**", "柏林", "柏林", "「柏林」"],
      },
      bare,
      { options: { mode: "faithful" } },
    );
    expect(value.pivotText).toBe(english);
    expect(asked.filter(({ stage }) => stage === "translate")).toHaveLength(3);
    expect(
      asked.filter(({ stage }) => stage === "locate").map(({ entity, round }) => [entity, round]),
    ).toEqual(["Obama", "Microsoft", "Berlin"].flatMap((name) => [1, 2, 3].map((round) => [name, round])));
    expect(value.entities.map(({ place }) => place?.surface)).toEqual(["奥巴马", "微软", "柏林"]);
    // Each round sends the whole conversation so far, the model's own answers included.
    const third = asked.filter(({ stage }) => stage === "translate")[2];
    expect(third?.messages).toMatchSnapshot("faithful translation, last round");
    expect(asked.filter(({ stage }) => stage === "locate")[2]?.messages).toMatchSnapshot(
      "faithful location, last round",
    );
  });

  it("skips the stages whose result it has", async () => {
    const own = { ...bare, pivotText: english };
    expect(
      (await good({ recognise: [entities], locate: [places("奥巴马", "微软", "柏林")] }, own)).value.stages,
    ).toEqual(["recognise", "locate"]);
    const marked = {
      ...own,
      entities: [{ id: "mine", start: codePoint(0), end: codePoint(5), label: "PER" }],
    };
    const { asked, value } = await good({ locate: [places("奥巴马")] }, marked);
    expect(asked.map(({ stage }) => stage)).toEqual(["locate"]);
    expect(value.entities).toMatchObject([{ id: "mine", place: { start: 0, end: 3 } }]);
  });

  it("keeps an answer that is not in the text, whole", async () => {
    const { value, kinds } = await good({
      translate: [translation],
      recognise: [entities],
      locate: [places("巴拉克·奥巴马", "微软公司总部", null)],
    });
    expect(value.entities.map(({ place }) => place?.surface)).toEqual([undefined, undefined, undefined]);
    expect(value.unplacedAnswers).toEqual([
      { span: "e1", answer: "巴拉克·奥巴马" },
      { span: "e2", answer: "微软公司总部" },
    ]);
    expect(kinds).toEqual(["not_literal e1", "not_literal e2", "not_projected e3"]);
  });

  it("resolves repeated mentions one to one, by context and order", async () => {
    const segment = {
      sourceText: "东京队打败了东京大学队，东京很高兴。",
      pivotText: "Tokyo beat the University of Tokyo; Tokyo was happy.",
      entities: [
        { id: "a", start: codePoint(0), end: codePoint(5), label: "LOC" },
        { id: "b", start: codePoint(15), end: codePoint(34), label: "ORG" },
        { id: "c", start: codePoint(36), end: codePoint(41), label: "LOC" },
      ],
    };
    const { value } = await good({ locate: [places("东京", "东京大学", "东京")] }, segment);
    expect(value.entities.map(({ place }) => [place?.start, place?.end])).toEqual([
      [0, 2],
      [6, 10],
      [12, 14],
    ]);
    const byContext = await good(
      {
        locate: [
          JSON.stringify({
            places: [
              { id: 1, phrase: "东京", before: "学队，" },
              { id: 2, phrase: "东京大学", before: "" },
            ],
          }),
        ],
      },
      { ...segment, entities: segment.entities.slice(0, 2) },
    );
    expect(byContext.value.entities[0]?.place?.start).toBe(12);
  });

  it("links two mentions to the one place there is, and says so", async () => {
    const { value, kinds } = await good(
      { locate: [places("奥巴马", "奥巴马")] },
      {
        sourceText,
        pivotText: "Obama said Obama would.",
        entities: [
          { id: "a", start: codePoint(0), end: codePoint(5), label: "PER" },
          { id: "b", start: codePoint(11), end: codePoint(16), label: "PER" },
        ],
      },
    );
    expect(value.entities.map(({ place, shared }) => [place?.start, shared])).toEqual([
      [0, false],
      [0, true],
    ]);
    expect(kinds).toEqual(["counts_differ b"]);
  });
});

describe("answers out of form", () => {
  const after = { recognise: [entities], locate: [places("奥巴马", "微软", "柏林")] };

  it.each([
    ["a code fence", `\`\`\`json\n${translation}\n\`\`\``],
    ["chatter", `Certainly! Here is the JSON you asked for:\n${translation}\nLet me know!`],
    ["broken JSON", `{'names': [], 'translation': '${english}',}`],
  ])("are repaired with a signal: %s", async (_, answer) => {
    const { asked, value, kinds } = await good({ translate: [answer], ...after });
    expect(value.pivotText).toBe(english);
    expect(kinds).toEqual(["format_repaired"]);
    expect(asked).toHaveLength(3);
  });

  it.each<[string, Said, RegExp]>([
    ["a refusal", "I'm sorry, but I can't help with that.", /refused/],
    ["the endpoint's filter", { finish: "refused" }, /refused/],
    ["another language", JSON.stringify({ translation: "奥巴马在柏林批评了微软公司。" }), /another language/],
    ["the source again", JSON.stringify({ translation: sourceText }), /another language/],
    ["nothing", "", /empty/],
    ["nothing to read", "I think it went well.", /could not be read/],
    ["a cut-off answer", { text: '{"names":[{"source":"奥', finish: "length" }, /cut off/],
  ])("are asked for once more, then the stage fails: %s", async (_, bad, reason) => {
    const { asked, result } = await run({ translate: [bad, bad] });
    expect(asked.map(({ round }) => round)).toEqual([1, 2]);
    expect(asked[1]?.messages).toHaveLength((asked[0]?.messages.length ?? 0) + 2);
    expect(result).toMatchObject({
      ok: false,
      error: { stage: "translate", message: expect.stringMatching(reason) },
    });
    const again = await good({ translate: [bad, translation], ...after });
    expect(again.kinds).toEqual(["format_repaired"]);
  });

  it("fails with the reason when the model cannot be asked", async () => {
    const { result } = await run({ translate: [{ kind: "timeout", message: "No answer within 5 s." }] });
    expect(result).toEqual({
      ok: false,
      error: { stage: "translate", kind: "timeout", message: "No answer within 5 s." },
    });
  });

  it("says which names the model saw that are not there or have no label here", async () => {
    const { value, kinds } = await good({
      translate: [translation],
      recognise: [
        JSON.stringify({
          entities: [
            { text: "Obama", label: "person" },
            { text: "Google", label: "ORG" },
            { text: "Berlin", label: "CITY" },
          ],
        }),
      ],
      locate: [places("奥巴马")],
    });
    expect(value.entities.map(({ label }) => label)).toEqual(["PER"]);
    expect(kinds).toEqual(["not_literal", "not_literal"]);
  });

  it("takes a phrase out of a sentence", async () => {
    const { value } = await good(
      { locate: ["…", "…", "The phrase in the text is “奥巴马”."] },
      {
        sourceText,
        pivotText: english,
        entities: [{ id: "a", start: codePoint(0), end: codePoint(5), label: "PER" }],
      },
      { options: { mode: "faithful" } },
    );
    expect(value.entities[0]?.place?.surface).toBe("奥巴马");
  });
});

describe("checks", () => {
  const marked: EatSegment = {
    sourceText,
    pivotText: english,
    entities: [
      { id: "a", start: codePoint(0), end: codePoint(5), label: "PER" },
      { id: "b", start: codePoint(17), end: codePoint(26), label: "ORG" },
    ],
  };
  const back = (first: string, second: string): string =>
    JSON.stringify({
      names: [
        { id: 1, name: first },
        { id: 2, name: second },
      ],
    });

  it("compare the translation back without telling the name", async () => {
    const { asked, kinds } = await good(
      { locate: [places("奥巴马", "柏林")], check: [back("Barack Obama", "Berlin")] },
      marked,
      { options: { check: true } },
    );
    expect(kinds).toEqual(["back_translation_differs b"]);
    expect(JSON.stringify(asked.at(-1)?.messages)).not.toContain("Obama");
  });

  it("compare with memory and with another engine", async () => {
    const { value, kinds } = await good({ locate: [places("奥巴马", "微软")] }, marked, {
      ports: {
        memory: {
          inSource: async () => [],
          byPivot: async () => [
            { pivot: "obama", source: "奧巴馬", label: "PER" },
            { pivot: "Microsoft", source: "微软", label: "PER" },
          ],
        },
        secondOpinion: async () => [undefined, { start: codePoint(4), end: codePoint(6) }],
      },
    });
    expect(kinds).toEqual(["label_conflicts_with_memory b", "engines_disagree b"]);
    expect(value.entities[0]?.confidence).toBe(0.98);
  });
});

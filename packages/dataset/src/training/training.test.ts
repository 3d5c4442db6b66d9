import { spanId } from "@spanbridge/shared";
import { trainingOptionsSchema, trainingShapes } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { link, obama, segmentsArbitrary, span } from "../../test/segments.ts";
import { TrainingBuilder, type TrainingSegment } from "./build.ts";
import { preferenceOf } from "./preference.ts";
import { saidBy } from "./said.ts";
import { sequenceTarget } from "./sequence.ts";
import { preferenceLine, supervisedLine } from "./shapes.ts";
import { exampleOf, skipReasons } from "./supervised.ts";

const context = {
  sourceLang: "zh",
  pivotLang: "en",
  labels: [
    { name: "PER", description: "People." },
    { name: "LOC", description: "" },
  ],
  examples: [],
  names: [],
};
const builder = (
  shape: (typeof trainingShapes)[number],
  more: { acceptedOnly?: boolean; divided?: boolean } = {},
) =>
  new TrainingBuilder({
    options: trainingOptionsSchema.parse({ shape }),
    context,
    acceptedOnly: true,
    divided: true,
    tokens: (text) => text.length,
    ...more,
  });
const answerOf = (stage: "translate" | "recognise" | "locate", annotation = obama()) => {
  const made = exampleOf(annotation, stage, context);
  return "reason" in made ? made.reason : JSON.parse(made.answer);
};

describe("supervised examples", () => {
  it("answer each stage as a perfect model would", () => {
    expect(answerOf("translate")).toEqual({
      names: [
        { source: "奥巴马", pivot: "Obama" },
        { source: "北京", pivot: "Beijing" },
      ],
      translation: "Obama visited Beijing.",
    });
    expect(answerOf("recognise")).toEqual({
      entities: [
        { text: "Obama", label: "PER" },
        { text: "Beijing", label: "LOC" },
      ],
    });
    expect(answerOf("locate")).toEqual({
      places: [
        { id: 1, phrase: "奥巴马", before: "" },
        { id: 2, phrase: "北京", before: "巴马访问了" },
      ],
    });
  });

  it("say null where it is stated that there is no counterpart, and nothing where nobody said", () => {
    const links = [link("p1", "s1")];
    expect(answerOf("locate", obama({ links }))).toBe(skipReasons.unlinked);
    const absences = [
      {
        span: spanId("p2"),
        reason: "added_by_translation" as const,
        provenance: { origin: "human" as const },
      },
    ];
    expect(answerOf("locate", obama({ links, absences }))).toMatchObject({
      places: [{ phrase: "奥巴马" }, { id: 2, phrase: null, before: "" }],
    });
    expect(answerOf("translate", obama({ pivotText: "", spans: [], links: [] }))).toBe(
      skipReasons.untranslated,
    );
  });

  it("come in each shape", () => {
    const made = exampleOf(obama(), "recognise", context);
    if ("reason" in made) throw new Error(made.reason);
    const line = (shape: Parameters<typeof supervisedLine>[1]) => JSON.parse(supervisedLine(made, shape));
    const [system, user] = made.messages;
    expect(line("sft-openai")).toEqual({
      messages: [system, user, { role: "assistant", content: made.answer }],
    });
    expect(line("sft-sharegpt")).toEqual({
      conversations: [
        { from: "human", value: user?.content },
        { from: "gpt", value: made.answer },
      ],
      system: system?.content,
    });
    expect(line("sft-alpaca")).toEqual({
      instruction: user?.content,
      input: "",
      output: made.answer,
      system: system?.content,
    });
    expect(line("sft-trl")).toEqual({
      prompt: [system, user],
      completion: [{ role: "assistant", content: made.answer }],
    });
  });
});

describe("preference pairs", () => {
  const machine = obama({ links: [link("p1", "s1")] });

  it("are made only of what differs", () => {
    expect(preferenceOf(obama(), obama(), "locate", context)).toEqual({
      stage: "locate",
      reason: skipReasons.same,
    });
    const pair = preferenceOf(obama(), machine, "locate", context);
    if ("reason" in pair) throw new Error(pair.reason);
    expect(JSON.parse(pair.chosen).places[1]).toMatchObject({ phrase: "北京" });
    expect(JSON.parse(pair.rejected).places[1]).toMatchObject({ phrase: null });
    expect(preferenceOf(obama(), machine, "recognise", context)).toMatchObject({ reason: skipReasons.same });
  });

  it("ask both about the same: the same translation, the entities that both know", () => {
    const other = obama({ pivotText: "Obama went to Beijing." });
    expect(preferenceOf(obama(), other, "recognise", context)).toMatchObject({
      reason: skipReasons.otherTranslation,
    });
    expect(preferenceOf(obama(), other, "translate", context)).toHaveProperty("rejected");
    const wrongLabel = obama({
      spans: [span("s1", "source", 0, 2), span("p1", "pivot", 0, 5), span("p2", "pivot", 14, 21, "ORG")],
      links: [link("p1", "s1")],
    });
    const pair = preferenceOf(obama(), wrongLabel, "locate", context);
    if ("reason" in pair) throw new Error(pair.reason);
    expect(JSON.parse(pair.chosen)).toEqual({ places: [{ id: 1, phrase: "奥巴马", before: "" }] });
    expect(JSON.parse(pair.rejected)).toEqual({ places: [{ id: 1, phrase: "奥巴", before: "" }] });
    expect(preferenceOf(obama(), null, "translate", context)).toMatchObject({ reason: skipReasons.silent });
  });

  it("come in each shape", () => {
    const pair = preferenceOf(obama(), machine, "locate", context);
    if ("reason" in pair) throw new Error(pair.reason);
    expect(JSON.parse(preferenceLine(pair, "preference-trl"))).toMatchObject({
      prompt: [{ role: "system" }, { role: "user" }],
      chosen: [{ role: "assistant", content: pair.chosen }],
      rejected: [{ role: "assistant", content: pair.rejected }],
    });
    expect(JSON.parse(preferenceLine(pair, "preference-llamafactory"))).toMatchObject({
      conversations: [{ from: "human" }],
      chosen: { from: "gpt", value: pair.chosen },
      rejected: { from: "gpt", value: pair.rejected },
    });
  });
});

describe("the sequence form", () => {
  it("is that of the published T5", () => {
    expect(sequenceTarget(saidBy(obama()))).toBe("(PER, Obama) (LOC, Beijing)");
    const comma = obama({
      pivotText: "Obama (D), Jr. came.",
      spans: [span("p1", "pivot", 0, 14)],
      links: [],
    });
    expect(sequenceTarget(saidBy(comma))).toBe("(PER, Obama D Jr.)");
    expect(sequenceTarget(saidBy(obama({ spans: [], links: [] })))).toBe("");
  });
});

const pairSchema = z.object({ chosen: z.unknown(), rejected: z.unknown() });

describe("laws of training files", () => {
  const makeAll = (segments: readonly TrainingSegment[], made: TrainingBuilder) =>
    segments.map((segment) => {
      const part = made.partOf(segment);
      return { segment, part, lines: part ? made.lines(segment, part) : [] };
    });

  it.each(trainingShapes)(
    "%s: nothing that is held out is training data, and everything is accounted for",
    (shape) => {
      fc.assert(
        fc.property(segmentsArbitrary, fc.boolean(), (segments, acceptedOnly) => {
          const made = builder(shape, { acceptedOnly });
          const all = makeAll(segments, made);
          for (const { segment, part, lines } of all) {
            if (lines.length === 0) continue;
            expect(part).toBe(segment.split);
            expect(["train", "dev"]).toContain(segment.split);
            if (acceptedOnly) expect(segment.annotation.review.state).toBe("accepted");
          }
          const report = made.report();
          const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
          const used = all.filter(({ part }) => part !== null).length;
          expect(used + report.heldBack + report.notAccepted).toBe(segments.length);
          const stages = shape === "sequence-t5" ? 1 : 3;
          expect(
            sum(report.counts.map(({ examples }) => examples)) +
              sum(report.skipped.map(({ count }) => count)),
          ).toBe(used * stages);
          expect(sum(report.counts.map(({ examples }) => examples))).toBe(
            sum(all.map(({ lines }) => lines.length)),
          );
        }),
      );
    },
  );

  it.each(["preference-trl", "preference-llamafactory"] as const)(
    "%s: chosen and rejected always differ",
    (shape) => {
      fc.assert(
        fc.property(segmentsArbitrary, (segments) => {
          for (const { lines } of makeAll(segments, builder(shape, { acceptedOnly: false }))) {
            for (const line of lines) {
              const { chosen, rejected } = pairSchema.parse(JSON.parse(line));
              expect(chosen).not.toEqual(rejected);
            }
          }
        }),
      );
    },
  );

  it("without splits all of it is training data", () => {
    const made = builder("sft-openai", { divided: false });
    expect(made.partOf({ annotation: obama(), sourceLang: null, machine: null, split: null })).toBe("train");
  });
});

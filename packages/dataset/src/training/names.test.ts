import { supervisedShapes } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { nameLine, nameTasks } from "./names.ts";

const languages = { sourceLang: "ja", pivotLang: "en" };
const pair = {
  english: "Tokyo",
  label: "LOC",
  target: "東京",
  text: "「東京」は日本の首都\n（英: Tokyo）。",
};
const chat = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });

/** Everything that stands in a line, whatever its shape. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

describe("a line of training data about a name", () => {
  it.each(supervisedShapes.flatMap((shape) => nameTasks.map((task) => [shape, task] as const)))(
    "%s, %s: is JSON on one line with question, text and answer",
    (shape, task) => {
      const line = nameLine(pair, task, languages, shape);
      expect(line).not.toContain("\n");
      const strings = stringsIn(JSON.parse(line));
      expect(strings.some((one) => one.includes(pair.text))).toBe(true);
      expect(strings).toContain(task === "locate" ? "東京" : '{"names":[{"id":1,"name":"Tokyo"}]}');
    },
  );

  it("asks for the words as a run does, in one question, with the label where there is one", () => {
    const asked = (label: string): string => {
      const { messages } = chat.parse(
        JSON.parse(nameLine({ ...pair, label }, "locate", languages, "sft-openai")),
      );
      return messages.findLast(({ role }) => role === "user")?.content ?? "";
    };
    expect(asked("LOC")).toContain("Phrase in English (LOC): Tokyo\nText in Japanese: 「東京」は");
    expect(asked("")).toContain("Phrase in English: Tokyo\nText in Japanese: 「東京」は");
    expect(asked("")).toContain("Write NONE where the text does not express the phrase.");
  });

  it("never tells the English name where that is what is asked for", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("Q", "X", "Z"), minLength: 3, maxLength: 9 }),
        (english) => {
          const { messages } = chat.parse(
            JSON.parse(nameLine({ ...pair, english }, "name", languages, "sft-openai")),
          );
          expect(messages.slice(0, -1).every(({ content }) => !content.includes(english))).toBe(true);
          expect(messages.at(-1)?.content).toContain(english);
        },
      ),
    );
  });
});

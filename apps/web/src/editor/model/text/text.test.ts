import { codePoint, cutsNoCluster, graphemeBoundaries, range } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caretAt, caretRange, movedCaret } from "./caret.ts";
import { movedEdge } from "./edges.ts";
import { prepared } from "./prepared.ts";
import { granularityOf, pickedAt, snapped } from "./snap.ts";

const texts = {
  en: "Barack Obama's aide, Kori Schulman, wrote.",
  zh: "奧巴馬的特別助理科瑞·舒爾曼在週一寫道。",
  ar: "قال الرئيس أوباما إنّ الولايات المتحدة ستنتقل.",
  th: "โคริ ชูลแมน ผู้ช่วยพิเศษของโอบามา",
  hi: "प्रधानमंत्री क्षितिज शर्मा ने कहा।",
  emoji: "👩‍👩‍👧‍👦 in 🇩🇪, e\u0301té",
};
const entries = Object.entries(texts).map(([language, value]) =>
  prepared(value, language === "emoji" ? "en" : language),
);
const subjects = fc.constantFrom(...entries);
const offsets = fc.integer({ min: -3, max: 60 });
const at = (language: keyof typeof texts) => prepared(texts[language], language);
const cut = (language: keyof typeof texts, found: ReturnType<typeof snapped>) =>
  found && at(language).text.slice(found);

describe("the blocks of a text", () => {
  const parts = fc.array(
    fc.constantFrom(
      "奧巴馬說。",
      "He left the U.S. ",
      "กขค ",
      "قال. ",
      "e\u0301 ",
      "word",
      "“Yes.” ",
      "\r\n",
      "👩‍👩‍👧‍👦",
      "\n\n",
    ),
    { minLength: 100, maxLength: 1500 },
  );

  test("begin at 0, in order, inside the text, and cut neither a cluster nor a word", () => {
    fc.assert(
      fc.property(parts, (some) => {
        const { text, blocks } = prepared(some.join(""), "en");
        const edges = new Set<number>(graphemeBoundaries(text));
        expect(blocks[0]).toBe(0);
        for (const [index, start] of blocks.entries()) {
          if (index === 0) continue;
          expect(start).toBeGreaterThan(blocks[index - 1] ?? 0);
          expect(start).toBeLessThan(text.length);
          expect(edges.has(start)).toBe(true);
          const before = text.slice(range(start - 1, start));
          expect(before).toMatch(/[\s。！？｡"'”’」』）)\].!?]/u);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("are many in a long text and one in a short one", () => {
    expect(prepared("奧巴馬說。".repeat(2000), "zh").blocks.length).toBeGreaterThan(15);
    expect(prepared("奧巴馬說。".repeat(100), "zh").blocks).toEqual([0]);
    expect(prepared("字".repeat(5000), "zh").blocks).toEqual([0]);
  });
});

describe("snapping a selection", () => {
  test("lies inside the text, cuts no cluster and has no white space at its edges", () => {
    fc.assert(
      fc.property(
        subjects,
        offsets,
        offsets,
        fc.constantFrom("word" as const, "character" as const),
        (subject, a, b, by) => {
          const found = snapped(subject, range(Math.min(a, b), Math.max(a, b)), by);
          if (!found) return;
          expect(subject.text.holds(found)).toBe(true);
          expect(cutsNoCluster(subject.text, found)).toBe(true);
          const surface = subject.text.slice(found);
          expect(surface).toBe(surface.trim());
          expect(snapped(subject, found, by)).toEqual(found);
        },
      ),
    );
  });

  test("by word takes the words that are touched, punctuation not", () => {
    expect(cut("en", snapped(at("en"), range(9, 25), "word"))).toBe("Obama's aide, Kori");
    expect(cut("en", snapped(at("en"), range(6, 11), "word"))).toBe("Obama");
    expect(cut("en", snapped(at("en"), range(6, 11), "character"))).toBe("Obam");
    expect(cut("ar", snapped(at("ar"), range(12, 14), "word"))).toBe("أوباما");
  });

  test("white space alone is nothing", () => {
    expect(snapped(at("en"), range(6, 7), "word")).toBeUndefined();
    expect(snapped(at("en"), range(40, 99), "character")).toEqual(range(40, 42));
  });

  test("a double click takes the word under it, with the modifier one character", () => {
    expect(cut("th", pickedAt(at("th"), codePoint(texts.th.indexOf("เศษ")), "word"))).toBe("พิเศษ");
    expect(cut("zh", pickedAt(at("zh"), codePoint(4), "word"))).toBe("特別");
    expect(cut("zh", pickedAt(at("zh"), codePoint(4), "character"))).toBe("特");
    expect(cut("hi", pickedAt(at("hi"), codePoint(1), "character"))).toBe("प्र");
    expect(cut("emoji", pickedAt(prepared(texts.emoji, "en"), codePoint(2), "character"))).toBe("👩‍👩‍👧‍👦");
    expect(pickedAt(at("en"), codePoint(6), "word")).toBeUndefined();
  });

  test("only scripts with spaces, and no particles on names, are dragged by word", () => {
    expect(["en", "ru", "ar", "hi"].map(granularityOf)).toEqual(["word", "word", "word", "word"]);
    expect(["zh", "ja", "th", "ko"].map(granularityOf)).toEqual(Array(4).fill("character"));
  });
});

describe("moving an edge", () => {
  const moves = fc.tuple(
    fc.constantFrom("start" as const, "end" as const),
    fc.constantFrom("back" as const, "forward" as const),
    fc.constantFrom("word" as const, "character" as const),
  );

  test("stays in the text, on cluster boundaries, never empty, and goes the way it says in every script", () => {
    fc.assert(
      fc.property(subjects, offsets, offsets, moves, (subject, a, b, [edge, direction, by]) => {
        const span = snapped(subject, range(Math.min(a, b), Math.max(a, b)), "character");
        const moved = span && movedEdge(subject, span, edge, direction, by);
        if (!span || !moved) return;
        expect(subject.text.holds(moved)).toBe(true);
        expect(cutsNoCluster(subject.text, moved)).toBe(true);
        expect(moved[edge] > span[edge]).toBe(direction === "forward");
        expect(moved[edge === "start" ? "end" : "start"]).toBe(span[edge === "start" ? "end" : "start"]);
        expect(subject.text.slice(moved).trim()).toBe(subject.text.slice(moved));
      }),
    );
  });

  test("a step by character there and back is where it was", () => {
    fc.assert(
      fc.property(subjects, offsets, offsets, (subject, a, b) => {
        const span = snapped(subject, range(Math.min(a, b), Math.max(a, b)), "character");
        const there = span && movedEdge(subject, span, "end", "forward", "character");
        if (there) expect(movedEdge(subject, there, "end", "back", "character")).toEqual(span);
      }),
    );
  });

  test("forward in Arabic is towards the end of the text, as it is read", () => {
    const name = range(11, 17);
    expect(cut("ar", name)).toBe("أوباما");
    expect(cut("ar", movedEdge(at("ar"), name, "end", "forward", "word"))).toBe("أوباما إنّ");
    expect(cut("ar", movedEdge(at("ar"), name, "start", "back", "word"))).toBe("الرئيس أوباما");
    expect(cut("ar", movedEdge(at("ar"), name, "end", "back", "character"))).toBe("أوبام");
  });

  test("the last character cannot be taken away, and the text ends where it ends", () => {
    expect(movedEdge(at("zh"), range(0, 1), "end", "back", "character")).toBeUndefined();
    expect(movedEdge(at("zh"), range(0, 1), "start", "back", "word")).toBeUndefined();
  });
});

describe("the text cursor", () => {
  test("walks over every cluster boundary, once, both ways", () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const stops = [0];
        let caret = caretAt(codePoint(0));
        while (caret.focus < subject.text.length) {
          caret = movedCaret(subject, caret, "forward", "character", false);
          stops.push(caret.focus);
        }
        expect(stops).toEqual([...graphemeBoundaries(subject.text)]);
        while (caret.focus > 0) {
          expect(caret.focus).toBe(stops.pop());
          caret = movedCaret(subject, caret, "back", "character", false);
        }
      }),
    );
  });

  test("extends from its anchor and collapses to the side it is sent to", () => {
    const subject = at("en");
    const selected = movedCaret(subject, caretAt(codePoint(7)), "forward", "word", true);
    const range = caretRange(selected);
    expect(range && subject.text.slice(range)).toBe("Obama");
    expect(movedCaret(subject, selected, "back", "character", false)).toEqual(caretAt(codePoint(7)));
    expect(movedCaret(subject, selected, "forward", "character", false).focus).toBe(12);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, arbitraryAnnotation, arbitraryPolicy, strictPolicy } from "../../test/arbitraries.ts";
import { overlaps, problemsOf } from "../../test/invariants.ts";
import { arbitraryShares, arbitraryText, spliced } from "../../test/texts.ts";
import { type Annotation, emptyAnnotation } from "../annotation/annotation.ts";
import type { Span } from "../annotation/span.ts";
import { spanId } from "../ids.ts";
import { Text } from "../text/text.ts";
import { type Range, range } from "../text/units.ts";
import { applyAll } from "./apply.ts";
import { invertAll } from "./edit.ts";
import { revisePivot } from "./revise.ts";
import { changesBetween } from "./text-diff.ts";

const span = (id: string, at: Range, label = "PER"): Span => ({
  id: spanId(id),
  side: "pivot",
  ...at,
  label,
  provenance: { origin: "import" },
});

/** "[Barack Obama] met {Merkel}": spans between brackets, named b0, b1 … in order of their beginning. */
function marked(value: string): Annotation {
  const spans: Span[] = [];
  const open: { id: string; start: number }[] = [];
  let plain = "";
  for (const character of value) {
    if (character === "[") open.push({ id: `b${spans.length + open.length}`, start: [...plain].length });
    else if (character === "]") {
      const last = open.pop();
      if (last) spans.push(span(last.id, range(last.start, [...plain].length)));
    } else plain += character;
  }
  return { ...emptyAnnotation("源", plain), spans: spans.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** The spans' texts after the revision; "-" for a dropped one. */
function surfaces(before: string, after: string): string[] {
  const annotation = marked(before);
  const { edits, dropped } = revisePivot(annotation, after);
  const next = applyAll(annotation, edits, anyPolicy);
  if (!next.ok) throw new Error(next.error.message);
  const text = new Text(after);
  return annotation.spans.map(({ id }) => {
    if (dropped.some((gone) => gone.id === id)) return "-";
    const moved = next.value.spans.find((other) => other.id === id);
    return moved ? text.slice(moved) : "?";
  });
}

describe("revisePivot", () => {
  it.each([
    ["a change before the span", "The visit of [Obama] ended", "A short visit of Obama ended", ["Obama"]],
    ["a change behind the span", "[Obama] visited", "Obama left", ["Obama"]],
    ["text at its beginning stays outside", "[Obama] left", "President Obama left", ["Obama"]],
    ["a word that changed places with a space", "[Obama] has left", "Barack Obama left", ["Obama"]],
    ["text at its end stays outside", "[Obama] left", "Obama himself left", ["Obama"]],
    ["a suffix of its own stays outside", "[Obama] left", "Obama’s aide left", ["Obama"]],
    [
      "text within stays inside",
      "[Barack Obama] left",
      "Barack Hussein Obama left",
      ["Barack Hussein Obama"],
    ],
    ["a corrected word stays the word", "[Obma] left", "Obama left", ["Obama"]],
    ["a letter added at the end of a word", "[Russia] won", "Russian won", ["Russian"]],
    ["a letter added at the beginning of a word", "[ussia] won", "Russia won", ["Russia"]],
    ["a replaced word is gone", "[Obama] left", "She left", ["-"]],
    ["a replaced last word leaves the first", "[Barack Obama] left", "Barack Clinton left", ["Barack"]],
    ["a replaced first word leaves the last", "[Barack Obama] left", "Mister Obama left", ["Obama"]],
    ["a deleted span is gone", "In [Beijing], he spoke", "he spoke", ["-"]],
    [
      "part of a nested one is gone",
      "[University of [Chicago]]",
      "University of Illinois",
      ["University of", "-"],
    ],
    ["neighbours stay apart", "[Obama] [Merkel]", "Obama, Merkel", ["Obama", "Merkel"]],
    ["order of two spans is not exchanged", "[Ann] and [Bea]", "Bea and Ann", ["-", "-"]],
    ["everything gone", "[Obama] left", "", ["-"]],
    ["an inner edge in a corrected word", "[Kazakh]stan", "Kasakhstan", ["Kasakh"]],
    ["a pivot without spaces", "我在[北京]工作", "我在北京大學工作", ["北京"]],
    ["a Thai pivot", "ฉันอยู่[กรุงเทพ]", "เขาอยู่กรุงเทพ", ["กรุงเทพ"]],
    ["emoji that join", "[👩]💻", "👩\u200d💻", ["👩‍💻"]],
    ["a mark that joins", "[e] x", "e\u0301 x", ["e\u0301"]],
    ["Arabic", "زار [محمد] القاهرة", "زار الرئيس محمد القاهرة", ["محمد"]],
  ])("%s", (_, before, after, expected) => {
    expect(surfaces(before, after)).toEqual(expected);
  });

  it("drops one of two spans that would become the same", () => {
    const annotation = {
      ...emptyAnnotation("", "Barack Obama"),
      spans: [span("long", range(0, 12)), span("short", range(7, 12))],
    };
    const { edits, dropped } = revisePivot(annotation, "Obama");
    expect(dropped.map(({ id }) => id)).toEqual(["short"]);
    const next = applyAll(annotation, edits, anyPolicy);
    expect(next.ok && problemsOf(next.value)).toEqual([]);
  });

  it("drops one of two spans that would come to lie on each other", () => {
    const annotation = {
      ...emptyAnnotation("", "👩💻"),
      spans: [span("woman", range(0, 1), "PER"), span("laptop", range(1, 2), "LOC")],
    };
    const { edits, dropped } = revisePivot(annotation, "👩\u200d💻");
    expect(dropped.map(({ id }) => id)).toEqual(["laptop"]);
    expect(applyAll(annotation, edits, strictPolicy)).toMatchObject({ ok: true });
  });

  const revision = arbitraryPolicy.chain((policy) =>
    fc
      .tuple(arbitraryAnnotation(policy), arbitraryShares, arbitraryText, fc.boolean())
      .map(([annotation, at, text, whole]) => ({
        policy,
        annotation,
        after: whole ? text : spliced(annotation.pivotText, at, text),
      })),
  );

  it("always applies, keeps every rule, lists what it drops and can be taken back", () => {
    fc.assert(
      fc.property(revision, ({ policy, annotation, after }) => {
        const { edits, dropped } = revisePivot(annotation, after);
        const next = applyAll(annotation, edits, policy);
        expect(next.ok).toBe(true);
        if (!next.ok) return;
        expect(next.value.pivotText).toBe(after);
        expect(problemsOf(next.value)).toEqual([]);
        const earlier = new Set(overlaps(annotation));
        expect(overlaps(next.value).filter((pair) => !earlier.has(pair))).toEqual([]);
        const stays = annotation.spans.filter(({ id }) => !dropped.some((gone) => gone.id === id));
        expect(next.value.spans.map(({ id }) => id).sort()).toEqual(stays.map(({ id }) => id).sort());
        expect(applyAll(next.value, invertAll(edits), policy)).toEqual({ ok: true, value: annotation });
      }),
      { numRuns: 1500 },
    );
  });

  it("leaves the surface of a span alone when other words change", () => {
    const word = fc.integer({ min: 0, max: 9999 }).map((number) => `w${number}`);
    const wordsOf = fc.uniqueArray(word, { minLength: 3, maxLength: 12, size: "max" });
    fc.assert(
      fc.property(
        wordsOf,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.array(word, { maxLength: 3 }),
        (all, a, b, c, fresh) => {
          const first = a % all.length;
          const last = first + (b % (all.length - first));
          const outside = all.map((_, index) => index).filter((index) => index < first || index > last);
          fc.pre(outside.length > 0 && fresh.every((insert) => !all.includes(insert)));
          const at = outside[c % outside.length] ?? 0;
          const surface = all.slice(first, last + 1).join(" ");
          const start = all.slice(0, first).join(" ").length + (first > 0 ? 1 : 0);
          const annotation = {
            ...emptyAnnotation("", all.join(" ")),
            spans: [span("x", range(start, start + surface.length))],
          };
          const after = all.toSpliced(at, 1, ...fresh).join(" ");
          const { edits, dropped } = revisePivot(annotation, after);
          expect(dropped).toEqual([]);
          const next = applyAll(annotation, edits, anyPolicy);
          const moved = next.ok ? next.value.spans[0] : undefined;
          expect(moved && new Text(after).slice(moved)).toBe(surface);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("has nothing to say about the same text", () => {
    expect(revisePivot(marked("[Obama]"), "Obama")).toEqual({ edits: [], dropped: [] });
  });
});

describe("changesBetween", () => {
  it("leads from the one text to the other, in order and apart from each other", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (before, after) => {
        let built = "";
        let position = 0;
        for (const { from, to, insert, keeps } of changesBetween(before, after)) {
          expect(from).toBeGreaterThanOrEqual(position);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to - from + insert.length).toBeGreaterThan(0);
          if (keeps) {
            const old = before.slice(from, to);
            expect(insert.slice(0, keeps.head)).toBe(old.slice(0, keeps.head));
            expect(insert.slice(insert.length - keeps.tail)).toBe(old.slice(old.length - keeps.tail));
          }
          built += before.slice(position, from) + insert;
          position = to;
        }
        expect(built + before.slice(position)).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  it("stays quick on long texts", () => {
    const long = Array.from({ length: 6000 }, (_, index) => `w${index}`).join(" ");
    const other = Array.from({ length: 6000 }, (_, index) => `v${index}`).join(" ");
    expect(changesBetween(long, other)).toEqual([{ from: 0, to: long.length, insert: other }]);
  });
});

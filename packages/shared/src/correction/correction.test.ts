import { describe, expect, test } from "vitest";
import { type Annotation, emptyAnnotation } from "../annotation/annotation.ts";
import { applyAll } from "../edit/apply.ts";
import * as commands from "../edit/commands.ts";
import type { Edit } from "../edit/edit.ts";
import { TRANSACTION_VERSION, type Transaction } from "../edit/transaction.ts";
import { type SpanId, spanId, transactionId } from "../ids.ts";
import { Text } from "../text/text.ts";
import { range } from "../text/units.ts";
import { type Correction, correctionOf } from "./correction.ts";
import { identicalCases } from "./identical.ts";

const policy = { labels: new Set(["PER", "ORG", "LOC"]), allowOverlap: true };

type Entity = readonly [id: string, side: "source" | "pivot", surface: string, label: string];

/** An annotation with these entities at the first place of their words, and links between ids. */
function annotated(
  source: string,
  pivot: string,
  entities: readonly Entity[],
  links: readonly (readonly [string, string])[] = [],
): Annotation {
  let now = emptyAnnotation(source, pivot);
  for (const [id, side, surface, label] of entities) {
    const value = side === "source" ? source : pivot;
    const start = [...value.slice(0, value.indexOf(surface))].length;
    now = must(
      now,
      commands.addSpan(now, side, range(start, start + [...surface].length), label, spanId(id), "x"),
    );
  }
  for (const [a, b] of links) now = must(now, commands.linkSpans(now, spanId(a), spanId(b), "x"));
  return now;
}

function must(now: Annotation, edits: readonly Edit[]): Annotation {
  const next = applyAll(now, edits, policy);
  if (!next.ok) throw new Error(next.error.message);
  return next.value;
}

const step = (edits: readonly Edit[]): Transaction => ({
  id: transactionId("00000000-0000-7000-8000-000000000000"),
  version: TRANSACTION_VERSION,
  origin: "human",
  title: "",
  edits: [...edits],
});

/** Does these things one after the other; the correction that this is. */
function corrected(
  start: Annotation,
  ...acts: ((now: Annotation) => readonly Edit[])[]
): Correction | undefined {
  let now = start;
  const done: Transaction[] = [];
  for (const act of acts) {
    const edits = act(now);
    now = must(now, edits);
    done.push(step(edits));
  }
  return correctionOf(now, done, policy);
}

let made = 0;
const hand = { user: "ann", newId: (): SpanId => spanId(`new${++made}`) };

/** The annotation after the correction in every identical case, as "surface label" of each source span, and the count. */
function applied(now: Annotation, correction: Correction | undefined) {
  if (!correction) throw new Error("no correction");
  const cases = identicalCases(now, correction, policy, hand);
  const after = must(
    now,
    cases.flatMap(({ edits }) => edits),
  );
  const text = new Text(after.sourceText);
  return {
    count: cases.length,
    source: after.spans
      .filter(({ side }) => side === "source")
      .map((span) => `${text.slice(span)} ${span.label}`),
    links: after.links.length,
    absences: after.absences.map(({ reason }) => reason),
  };
}

const obama: readonly Entity[] = [
  ["e", "pivot", "Obama", "PER"],
  ["s", "source", "奥巴马", "ORG"],
];
const here = annotated("奥巴马说。", "Obama said.", obama, [["e", "s"]]);

describe("what was corrected", () => {
  test("a new label, wherever the same words have the old one and the same counterpart", () => {
    const correction = corrected(here, (now) => commands.relabelSpan(now, spanId("s"), "PER", "ann"));
    expect(correction).toMatchObject({
      kind: "change",
      surface: "奥巴马",
      counterpart: "Obama",
      label: "ORG",
    });
    const there = annotated("见到奥巴马", "met Obama", obama, [["e", "s"]]);
    expect(applied(there, correction)).toMatchObject({ count: 1, source: ["奥巴马 PER"] });
    const unlinked = annotated("见到奥巴马", "met Obama", obama);
    expect(applied(unlinked, correction).count).toBe(0);
    const done = annotated(
      "奥巴马",
      "Obama",
      [
        ["e", "pivot", "Obama", "PER"],
        ["s", "source", "奥巴马", "PER"],
      ],
      [["e", "s"]],
    );
    expect(applied(done, correction).count).toBe(0);
  });

  test("an edge that was moved in several steps, where the same characters stand around the span", () => {
    const before = annotated(
      "總統奧巴馬先生",
      "President Obama",
      [
        ["e", "pivot", "Obama", "PER"],
        ["s", "source", "總統奧巴馬先", "PER"],
      ],
      [["e", "s"]],
    );
    const correction = corrected(
      before,
      (now) => commands.moveSpan(now, spanId("s"), range(0, 5), "ann"),
      (now) => commands.setFlag(now, true),
      (now) => commands.moveSpan(now, spanId("s"), range(2, 5), "ann"),
    );
    expect(correction).toMatchObject({
      surface: "總統奧巴馬先",
      to: { surface: "奧巴馬", start: 2, end: -1 },
    });
    const there = annotated(
      "😀總統奧巴馬先",
      "Obama",
      [
        ["e", "pivot", "Obama", "PER"],
        ["s", "source", "總統奧巴馬先", "PER"],
      ],
      [["e", "s"]],
    );
    expect(applied(there, correction)).toMatchObject({ count: 1, source: ["奧巴馬 PER"], links: 1 });
  });

  test("a removal takes the links along", () => {
    const correction = corrected(here, (now) => commands.removeSpan(now, spanId("s")));
    expect(correction?.kind).toBe("remove");
    expect(applied(here, correction)).toEqual({ count: 1, source: [], links: 0, absences: [] });
  });

  test("a span made for an entity, where that entity has none and the words stand free", () => {
    const bare = annotated("奥巴马说。", "Obama said.", [["e", "pivot", "Obama", "PER"]]);
    const correction = corrected(bare, (now) => {
      const added = commands.addSpan(now, "source", range(0, 3), "PER", spanId("n"), "ann");
      return [...added, ...commands.linkSpans(must(now, added), spanId("e"), spanId("n"), "ann")];
    });
    expect(correction).toMatchObject({ kind: "place", pivot: "Obama", source: "奥巴马" });
    expect(applied(bare, correction)).toMatchObject({ count: 1, source: ["奥巴马 PER"], links: 1 });
    // An existing span is taken, not doubled.
    const loose = annotated("奥巴马", "Obama", [
      ["e", "pivot", "Obama", "PER"],
      ["s", "source", "奥巴马", "PER"],
    ]);
    expect(applied(loose, correction)).toMatchObject({ count: 1, source: ["奥巴马 PER"], links: 1 });
    // Two mentions and one entity: which is meant is for a person to say.
    const twice = annotated("奥巴马，奥巴马", "Obama", [["e", "pivot", "Obama", "PER"]]);
    expect(applied(twice, correction).count).toBe(0);
  });

  test("a span without a link, at every free place that is a word of its own", () => {
    const bare = annotated("Анна дома.", "Anna", []);
    const correction = corrected(bare, (now) =>
      commands.addSpan(now, "source", range(0, 4), "PER", spanId("n"), "ann"),
    );
    const there = annotated("Анна и Аннабель, Анна.", "", []);
    expect(applied(there, correction)).toMatchObject({ count: 2, source: ["Анна PER", "Анна PER"] });
  });

  test("no counterpart, for the same entity with nothing said of it", () => {
    const bare = annotated("他说。", "Obama said.", [["e", "pivot", "Obama", "PER"]]);
    const correction = corrected(bare, (now) =>
      commands.markAbsent(now, spanId("e"), "added_by_translation", "ann"),
    );
    expect(applied(bare, correction)).toMatchObject({ count: 1, absences: ["added_by_translation"] });
    expect(applied(here, correction).count).toBe(0);
  });

  test("a link that was taken away", () => {
    const correction = corrected(here, (now) => commands.unlinkSpans(now, spanId("e"), spanId("s")));
    expect(correction?.kind).toBe("unlink");
    expect(applied(here, correction)).toMatchObject({ count: 1, links: 0, source: ["奥巴马 ORG"] });
  });

  test("is nothing for decisions, for another translation, and for what was moved there and back", () => {
    expect(corrected(here, (now) => commands.setReview(now, "accepted"))).toBeUndefined();
    expect(
      corrected(
        here,
        (now) => commands.moveSpan(now, spanId("s"), range(0, 2), "ann"),
        (now) => commands.moveSpan(now, spanId("s"), range(0, 3), "ann"),
      ),
    ).toBeUndefined();
  });

  test("a label that the project no longer has changes nothing", () => {
    const correction = corrected(here, (now) => commands.relabelSpan(now, spanId("s"), "PER", "ann"));
    if (!correction) throw new Error("no correction");
    const fewer = { ...policy, labels: new Set(["ORG"]) };
    expect(identicalCases(here, correction, fewer, hand)).toEqual([]);
  });
});

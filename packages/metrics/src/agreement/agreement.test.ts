import { range, Text } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotation } from "../../test/annotations.ts";
import { arbitrarySpans, span } from "../../test/arbitraries.ts";
import { linkAgreement, spanAgreement } from "./agree.ts";
import { nominalAlpha, spanAlpha } from "./alpha.ts";
import { cohenKappa, spanKappa } from "./kappa.ts";
import { categoriesOf, characterUnits } from "./units.ts";

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe("cohenKappa", () => {
  it("is .4 for the textbook table 20, 5 / 10, 15", () => {
    const pairs: [string, string][] = [
      ...times<[string, string]>(20, ["yes", "yes"]),
      ...times<[string, string]>(5, ["yes", "no"]),
      ...times<[string, string]>(10, ["no", "yes"]),
      ...times<[string, string]>(15, ["no", "no"]),
    ];
    const { kappa, observed, expected, units } = cohenKappa(pairs);
    expect(kappa).toBeCloseTo(0.4);
    expect([observed, expected, units]).toEqual([0.7, 0.5, 50]);
  });

  it("has no value where chance alone agrees fully", () => {
    expect(cohenKappa([["", ""]])).toEqual({ kappa: null, observed: 1, expected: 1, units: 1 });
    expect(cohenKappa([]).kappa).toBeNull();
  });
});

describe("spanKappa", () => {
  const text = new Text("0123456789");
  const units = characterUnits(text);

  it("shows its trap: the same disagreement looks fine over all units and bad over the annotated ones", () => {
    const longer = characterUnits(new Text("x".repeat(100)));
    const two = { units: longer, a: [span(0, 4, "PER")], b: [span(0, 2, "PER"), span(8, 9, "LOC")] };
    // All: 97 of 100 agree. Expected: (96·97 + 4·2 + 0·1) / 100².
    const all = spanKappa([two]);
    expect(all.observed).toBeCloseTo(0.97);
    expect(all.kappa).toBeCloseTo((0.97 - 0.932) / (1 - 0.932));
    // Annotated: units 0-3 and 8; two of five agree. Expected: (4·2 + 1·2) / 25.
    const annotated = spanKappa([two], "annotated");
    expect(annotated).toMatchObject({ units: 5, observed: 0.4 });
    expect(annotated.kappa).toBeCloseTo(0);
  });

  it("takes what overlaps as one category and counts tokens as a whole", () => {
    expect(categoriesOf([span(0, 2, "PER"), span(1, 3, "LOC")], units.slice(0, 4))).toEqual([
      "PER",
      "LOC+PER",
      "LOC",
      "",
    ]);
    expect(categoriesOf([span(1, 2, "PER")], [range(0, 3), range(4, 7)])).toEqual(["PER", ""]);
  });

  it("is 1 with itself, and the same whoever comes first", () => {
    fc.assert(
      fc.property(arbitrarySpans, arbitrarySpans, (a, b) => {
        const self = spanKappa([{ units, a, b: a }]).kappa;
        expect(self === null || Math.abs(self - 1) < 1e-12).toBe(true);
        for (const over of ["all", "annotated"] as const) {
          const { kappa } = spanKappa([{ units, a, b }], over);
          const back = spanKappa([{ units, a: b, b: a }], over).kappa;
          if (kappa === null) expect(back).toBeNull();
          else expect(back).toBeCloseTo(kappa);
        }
      }),
    );
  });
});

describe("nominalAlpha, Krippendorff's own examples (2011)", () => {
  const columns = (...observers: string[]): (string | undefined)[][] => {
    const rows = observers.map((row) => row.split(" ").map((value) => (value === "." ? undefined : value)));
    return (rows[0] ?? []).map((_, index) => rows.map((row) => row[index]));
  };

  it("binary, two observers: .095", () => {
    expect(nominalAlpha(columns("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")).alpha).toBeCloseTo(0.095, 3);
  });

  it("nominal, two observers: .692", () => {
    expect(nominalAlpha(columns("a a b b d c c c e d d a", "b a b b b c c c e d d d")).alpha).toBeCloseTo(
      0.692,
      3,
    );
  });

  it("nominal, four observers, judgements missing: .743", () => {
    const { alpha, units, judgements } = nominalAlpha(
      columns(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
      ),
    );
    expect(alpha).toBeCloseTo(0.743, 3);
    // The last unit has one judgement only and is left out.
    expect([units, judgements]).toEqual([11, 40]);
  });

  it("takes spans of many annotators, of whom not all did every segment", () => {
    const units = characterUnits(new Text("01234"));
    const segments = [
      { units, annotators: [[span(0, 2, "PER")], [span(0, 2, "PER")], undefined] },
      { units, annotators: [[span(3, 5, "LOC")], undefined, []] },
      { units, annotators: [[span(0, 5, "ORG")], undefined, undefined] },
    ];
    // Ten units of two judgements; in two of them LOC meets none. Totals: none 14, PER 4, LOC 2.
    const alpha = spanAlpha(segments);
    expect(alpha).toMatchObject({ units: 10, judgements: 20, observed: 4 / 20 });
    expect(alpha.expected).toBeCloseTo((400 - 196 - 16 - 4) / (20 * 19));
    expect(alpha.alpha).toBeCloseTo(1 - 0.2 / (184 / 380));
  });

  it("has no value where nothing can disagree", () => {
    expect(nominalAlpha([["", ""]]).alpha).toBeNull();
    expect(nominalAlpha([["PER", undefined]])).toMatchObject({ alpha: null, units: 0 });
  });
});

describe("spanAgreement", () => {
  it("is F1, the same whoever is called gold", () => {
    const a = [span(0, 2, "PER"), span(4, 6, "LOC")];
    const b = [span(0, 2, "PER"), span(4, 6, "ORG"), span(8, 9, "PER")];
    const report = spanAgreement([{ a, b }]);
    expect(report.micro.f1).toBeCloseTo(2 / 5);
    expect(report.perLabel.PER?.f1).toBeCloseTo(2 / 3);
    expect(spanAgreement([{ a, b }], "exact").micro.f1).toBeCloseTo(4 / 5);
    expect(spanAgreement([{ a: b, b: a }]).micro.f1).toBe(report.micro.f1);
  });
});

describe("linkAgreement", () => {
  const spans = {
    p1: ["pivot", 0, 4, "PER"],
    p2: ["pivot", 8, 12, "LOC"],
    s1: ["source", 0, 2, "PER"],
    s2: ["source", 5, 7, "LOC"],
  } as const;
  const a = annotation({
    spans,
    links: [
      ["p1", "s1"],
      ["p2", "s2"],
    ],
  });

  it("counts missing links, and tells disagreement on links from that on spans", () => {
    const { s2: _, ...fewer } = spans;
    const b = annotation({ spans: fewer, links: [["p1", "s1"]], absent: ["p2"] });
    const agreement = linkAgreement([{ a, b }]);
    expect(agreement.all).toMatchObject({ predicted: 1, sure: 2, predictedSure: 1, f1: 2 / 3 });
    expect(agreement.onSharedSpans).toMatchObject({ predicted: 1, sure: 1, f1: 1 });
    // p1 and s1 linked by both; p2 linked by A, absent by B.
    expect(agreement.decisions).toMatchObject({ units: 3, observed: 2 / 3 });
    expect(linkAgreement([{ a: b, b: a }]).all.f1).toBeCloseTo(2 / 3);
  });

  it("sees a link between the wrong spans that both have", () => {
    const crossed = annotation({ spans, links: [["p1", "s2"]] });
    expect(linkAgreement([{ a, b: crossed }])).toMatchObject({
      all: { f1: 0 },
      onSharedSpans: { predicted: 1, sure: 2, f1: 0 },
    });
    expect(linkAgreement([{ a, b: a }]).all.f1).toBe(1);
  });
});

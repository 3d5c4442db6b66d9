import type { Diagnostic, ImportReport } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ImportEvent, type ImportState, MAX_LISTED, start, step } from "./machine.ts";
import type { ScanMessage } from "./scan/messages.ts";

const file = new File(["{}\n"], "news.jsonl");
const format = { id: "pairs", title: "Pairs" } as const;
const totals = { rows: 3, good: 2, bad: 1, spans: 4, links: 2 };
const diagnostic = (row: number, severity: Diagnostic["severity"] = "error"): Diagnostic => ({
  severity,
  file: file.name,
  row,
  field: "source_text",
  code: "missing",
  message: "There is no source text.",
});
const progress = (diagnostics: readonly Diagnostic[]): ScanMessage => ({
  kind: "progress",
  bytes: 3,
  totals,
  labels: [],
  preview: [],
  diagnostics,
});
const report: ImportReport = {
  outcome: "imported",
  format: "pairs",
  rows: 3,
  imported: 2,
  unchanged: 0,
  skipped: 1,
  spans: 4,
  links: 2,
  diagnostics: [],
  diagnosticCounts: {},
};
const scanned = (message: ScanMessage): ImportEvent => ({ kind: "scanned", message });
const run = (...events: readonly ImportEvent[]): ImportState => events.reduce(step, start);
const checked = [
  { kind: "chosen", files: [file] },
  scanned({ kind: "recognised", format, table: null }),
  scanned(progress([diagnostic(1), diagnostic(2, "warning")])),
] as const satisfies readonly ImportEvent[];

describe("import", () => {
  it("goes from a file to its report", () => {
    const states = [
      ...checked,
      scanned({ kind: "read" }),
      { kind: "started", importId: "1" },
      { kind: "progressed", importId: "1", progress: { rows: 1, skipped: 0, bytes: 2 } },
      { kind: "finished", report },
    ] as const satisfies readonly ImportEvent[];
    const stages: string[] = [];
    states.reduce<ImportState>((state, event) => {
      const next = step(state, event);
      stages.push(next.stage);
      return next;
    }, start);
    expect(stages).toEqual(["recognise", "check", "check", "check", "import", "import", "done"]);
    expect(run(...states)).toEqual({ stage: "done", file, report });
  });

  it("counts errors and warnings, and all of them when they are too many to list", () => {
    const many = Array.from({ length: MAX_LISTED }, (_, row) => diagnostic(row + 3));
    const state = run(...checked, scanned(progress(many)));
    expect(state).toMatchObject({ scan: { errors: MAX_LISTED + 1, warnings: 1 } });
    expect(state.stage === "check" && state.scan.diagnostics.length).toBe(MAX_LISTED);
  });

  it.each([
    [{ kind: "unknown", reason: "empty" }, "empty"],
    [{ kind: "unknown", reason: "format" }, "format"],
    [{ kind: "unreadable" }, "unreadable"],
  ] as const)("goes back to choosing when a file is of no use (%o)", (message, kind) => {
    expect(run({ kind: "chosen", files: [file] }, scanned(message))).toEqual({
      stage: "choose",
      problem: { kind, file: "news.jsonl", unknown: kind === "format" ? file : null },
    });
  });

  it("takes one file at a time", () => {
    expect(run({ kind: "chosen", files: [file, file] })).toMatchObject({
      stage: "choose",
      problem: { kind: "several_files" },
    });
  });

  it("keeps what was read when an import fails or is cancelled, also what was read meanwhile", () => {
    const importing = [...checked, { kind: "started", importId: "1" } as const];
    const failed = run(...importing, scanned(progress([diagnostic(9)])), scanned({ kind: "read" }), {
      kind: "failed",
      message: "The disk is full.",
    });
    expect(failed).toMatchObject({
      stage: "check",
      failure: "The disk is full.",
      scan: { done: true, errors: 2 },
    });
    expect(run(...importing, { kind: "cancelling" }, { kind: "cancelled" })).toMatchObject({
      stage: "check",
      failure: null,
    });
  });

  it("does not take the progress of another import for its own", () => {
    const state = run(
      ...checked,
      { kind: "started", importId: "2" },
      { kind: "progressed", importId: "1", progress: { rows: 9, skipped: 0, bytes: 9 } },
    );
    expect(state).toMatchObject({ progress: null });
  });

  const events: fc.Arbitrary<ImportEvent> = fc.constantFrom<ImportEvent>(
    ...checked,
    scanned({ kind: "read" }),
    scanned({ kind: "unreadable" }),
    scanned({ kind: "unknown", reason: "format" }),
    { kind: "chosen", files: [] },
    { kind: "started", importId: "1" },
    { kind: "progressed", importId: "1", progress: { rows: 1, skipped: 0, bytes: 1 } },
    { kind: "cancelling" },
    { kind: "cancelled" },
    { kind: "failed", message: "x" },
    { kind: "finished", report },
    { kind: "again" },
  );

  it("leaves a running import only when it is over, and starts none unseen", () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 30 }), (list) => {
        list.reduce<ImportState>((state, event) => {
          const next = step(state, event);
          if (state.stage === "import" && next.stage !== "import") {
            expect(["cancelled", "failed", "finished"]).toContain(event.kind);
          }
          if (next.stage === "import" && state.stage !== "import") {
            expect(state.stage).toBe("check");
            expect(event.kind).toBe("started");
          }
          return next;
        }, start);
      }),
    );
  });

  it("reads a file anew when its options change, and starts over when its format does", () => {
    const labels = [{ name: "PERSON", times: 3 }];
    const message: ScanMessage = { kind: "progress", bytes: 3, totals, labels, preview: [], diagnostics: [] };
    const read = run(...checked, scanned(message));
    const setup = { format: null, options: { label_map: "PERSON=PER" } };
    const again = step(read, { kind: "set_up", file, setup });
    expect(again).toMatchObject({ stage: "check", setup, scan: { done: false, labels, diagnostics: [] } });
    // What a worker that is on its way out still tells of the labels does no harm; the rest is counted from nought.
    expect(step(again, scanned({ kind: "recognised", format, table: null }))).toMatchObject({
      scan: { labels, totals: { rows: 0 } },
    });
    const other = step(read, { kind: "set_up", file, setup: { format: "doccano", options: {} } });
    expect(other).toEqual({ stage: "recognise", file, setup: { format: "doccano", options: {} } });
    const unknown = run({ kind: "chosen", files: [file] }, scanned({ kind: "unknown", reason: "format" }));
    expect(step(unknown, { kind: "set_up", file, setup })).toMatchObject({ stage: "recognise", file, setup });
  });
});

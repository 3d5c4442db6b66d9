import type { Diagnostic, ImportProgress, ImportReport } from "@spanbridge/shared/contracts";
import type { PreviewRow, RecognisedFormat, ScanMessage, ScanTotals } from "./scan/messages.ts";

/** More diagnostics than this are counted but not listed. */
export const MAX_LISTED = 20_000;

/** What is known of a file so far. */
export type Scan = {
  readonly done: boolean;
  readonly bytes: number;
  readonly totals: ScanTotals;
  readonly preview: readonly PreviewRow[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many errors and warnings there are; more than are listed when there are very many. */
  readonly errors: number;
  readonly warnings: number;
};

export type Problem = "several_files" | "empty" | "format" | "unreadable";

/** The way of one import: choose a file, look at it, import it, read the report. */
export type ImportState =
  | { readonly stage: "choose"; readonly problem: { readonly kind: Problem; readonly file: string } | null }
  | { readonly stage: "recognise"; readonly file: File }
  | {
      readonly stage: "check";
      readonly file: File;
      readonly format: RecognisedFormat;
      readonly scan: Scan;
      /** Why the last attempt to import this file came to nothing. */
      readonly failure: string | null;
    }
  | {
      readonly stage: "import";
      readonly file: File;
      readonly format: RecognisedFormat;
      readonly scan: Scan;
      readonly importId: string;
      /** Null until the server has begun. */
      readonly progress: ImportProgress | null;
      readonly cancelling: boolean;
    }
  | { readonly stage: "done"; readonly file: File; readonly report: ImportReport };

export type ImportEvent =
  | { readonly kind: "chosen"; readonly files: readonly File[] }
  | { readonly kind: "scanned"; readonly message: ScanMessage }
  | { readonly kind: "started"; readonly importId: string }
  | { readonly kind: "progressed"; readonly importId: string; readonly progress: ImportProgress }
  | { readonly kind: "cancelling" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "finished"; readonly report: ImportReport }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "again" };

export const start: ImportState = { stage: "choose", problem: null };

const emptyScan: Scan = {
  done: false,
  bytes: 0,
  totals: { rows: 0, good: 0, bad: 0, spans: 0, links: 0 },
  preview: [],
  diagnostics: [],
  errors: 0,
  warnings: 0,
};

/** The next state; an event that does not belong to the stage changes nothing. */
export function step(state: ImportState, event: ImportEvent): ImportState {
  switch (event.kind) {
    case "chosen": {
      const [file] = event.files;
      if (state.stage === "import" || !file) return state;
      return event.files.length > 1
        ? { stage: "choose", problem: { kind: "several_files", file: `${event.files.length} files` } }
        : { stage: "recognise", file };
    }
    case "scanned":
      return stepScan(state, event.message);
    case "started":
      if (state.stage !== "check") return state;
      return {
        ...without(state),
        stage: "import",
        importId: event.importId,
        progress: null,
        cancelling: false,
      };
    case "progressed":
      return state.stage === "import" && state.importId === event.importId
        ? { ...state, progress: event.progress }
        : state;
    case "cancelling":
      return state.stage === "import" ? { ...state, cancelling: true } : state;
    case "cancelled":
      return state.stage === "import" ? { ...without(state), stage: "check", failure: null } : state;
    case "failed":
      return state.stage === "import" ? { ...without(state), stage: "check", failure: event.message } : state;
    case "finished":
      return state.stage === "import" ? { stage: "done", file: state.file, report: event.report } : state;
    case "again":
      return state.stage === "import" ? state : start;
  }
}

const without = ({ file, format, scan }: Extract<ImportState, { scan: Scan }>) => ({ file, format, scan });

function stepScan(state: ImportState, message: ScanMessage): ImportState {
  switch (message.kind) {
    case "recognised":
      return state.stage === "recognise"
        ? { stage: "check", file: state.file, format: message.format, scan: emptyScan, failure: null }
        : state;
    case "unknown":
      return state.stage === "recognise"
        ? { stage: "choose", problem: { kind: message.reason, file: state.file.name } }
        : state;
    case "unreadable":
      return state.stage === "recognise" || state.stage === "check"
        ? { stage: "choose", problem: { kind: "unreadable", file: state.file.name } }
        : state;
    // Reading goes on while the server imports: what is wrong is known even if the import is cancelled.
    case "progress":
      return "scan" in state ? { ...state, scan: growScan(state.scan, message) } : state;
    case "read":
      return "scan" in state ? { ...state, scan: { ...state.scan, done: true } } : state;
  }
}

function growScan(scan: Scan, message: Extract<ScanMessage, { kind: "progress" }>): Scan {
  const errors = message.diagnostics.filter(({ severity }) => severity === "error").length;
  const room = MAX_LISTED - scan.diagnostics.length;
  return {
    ...scan,
    bytes: message.bytes,
    totals: message.totals,
    preview: message.preview.length > 0 ? [...scan.preview, ...message.preview] : scan.preview,
    diagnostics:
      message.diagnostics.length > 0 && room > 0
        ? [...scan.diagnostics, ...message.diagnostics.slice(0, room)]
        : scan.diagnostics,
    errors: scan.errors + errors,
    warnings: scan.warnings + message.diagnostics.length - errors,
  };
}

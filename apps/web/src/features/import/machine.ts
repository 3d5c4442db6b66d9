import type { TableSample } from "@spanbridge/formats";
import type { Diagnostic, ImportProgress, ImportReport } from "@spanbridge/shared/contracts";
import { t } from "../../ui/i18n/t.ts";
import type {
  FoundLabel,
  PreviewRow,
  RecognisedFormat,
  ScanMessage,
  ScanTotals,
  Setup,
} from "./scan/messages.ts";

/** More diagnostics than this are counted but not listed. */
export const MAX_LISTED = 20_000;

/** What is known of a file so far. */
export type Scan = {
  readonly done: boolean;
  readonly bytes: number;
  readonly totals: ScanTotals;
  readonly labels: readonly FoundLabel[];
  readonly preview: readonly PreviewRow[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many errors and warnings there are; more than are listed when there are very many. */
  readonly errors: number;
  readonly warnings: number;
};

export type Problem = "several_files" | "empty" | "format" | "unreadable";

/** The way of one import: choose a file, look at it, import it, read the report. */
export type ImportState =
  | {
      readonly stage: "choose";
      /** `unknown`: the file, where one may say what it is. */
      readonly problem: {
        readonly kind: Problem;
        readonly file: string;
        readonly unknown: File | null;
      } | null;
    }
  | { readonly stage: "recognise"; readonly file: File; readonly setup: Setup }
  | {
      readonly stage: "check";
      readonly file: File;
      readonly setup: Setup;
      readonly format: RecognisedFormat;
      /** What a table begins with; null for other formats. */
      readonly table: TableSample | null;
      readonly scan: Scan;
      /** Why the last attempt to import this file came to nothing. */
      readonly failure: string | null;
    }
  | {
      readonly stage: "import";
      readonly file: File;
      readonly setup: Setup;
      readonly format: RecognisedFormat;
      readonly table: TableSample | null;
      readonly scan: Scan;
      readonly importId: string;
      /** Null until the server has begun. */
      readonly progress: ImportProgress | null;
      readonly cancelling: boolean;
    }
  | { readonly stage: "done"; readonly file: File; readonly report: ImportReport };

export type ImportEvent =
  | { readonly kind: "chosen"; readonly files: readonly File[] }
  /** What the file is, and how it is to be read. */
  | { readonly kind: "set_up"; readonly file: File; readonly setup: Setup }
  | { readonly kind: "scanned"; readonly message: ScanMessage }
  | { readonly kind: "started"; readonly importId: string }
  | { readonly kind: "progressed"; readonly importId: string; readonly progress: ImportProgress }
  | { readonly kind: "cancelling" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "finished"; readonly report: ImportReport }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "again" };

export const start: ImportState = { stage: "choose", problem: null };

export const noSetup: Setup = { format: null, options: {} };

const emptyScan: Scan = {
  done: false,
  bytes: 0,
  totals: { rows: 0, good: 0, bad: 0, spans: 0, links: 0 },
  labels: [],
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
        ? {
            stage: "choose",
            problem: problem("several_files", t("{{length}} files", { length: event.files.length })),
          }
        : { stage: "recognise", file, setup: noSetup };
    }
    case "set_up":
      return setUp(state, event.file, event.setup);
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

const without = ({ file, setup, format, table, scan }: Extract<ImportState, { scan: Scan }>) => ({
  file,
  setup,
  format,
  table,
  scan,
});

const problem = (kind: Problem, file: string, unknown: File | null = null) => ({ kind, file, unknown });

/** With the same format what is known of the file stays on the page until it was read anew. */
function setUp(state: ImportState, file: File, setup: Setup): ImportState {
  if (state.stage === "check" && state.file === file && state.setup.format === setup.format) {
    return { ...state, setup, scan: { ...emptyScan, labels: state.scan.labels }, failure: null };
  }
  return state.stage === "import" ? state : { stage: "recognise", file, setup };
}

function stepScan(state: ImportState, message: ScanMessage): ImportState {
  switch (message.kind) {
    case "recognised":
      // Read anew with other options or labels: the labels that are mapped stay on the page meanwhile.
      if (state.stage === "check") {
        const { labels } = state.scan;
        return { ...state, ...recognised(message), scan: { ...emptyScan, labels } };
      }
      return state.stage === "recognise"
        ? { ...state, ...recognised(message), stage: "check", failure: null }
        : state;
    case "unknown":
      return state.stage === "recognise"
        ? {
            stage: "choose",
            problem: problem(message.reason, state.file.name, unknownFile(message, state.file)),
          }
        : state;
    case "unreadable":
      return state.stage === "recognise" || state.stage === "check"
        ? { stage: "choose", problem: problem("unreadable", state.file.name) }
        : state;
    // Reading goes on while the server imports: what is wrong is known even if the import is cancelled.
    case "progress":
      return "scan" in state ? { ...state, scan: growScan(state.scan, message) } : state;
    case "read":
      return "scan" in state ? { ...state, scan: { ...state.scan, done: true } } : state;
  }
}

const recognised = ({ format, table }: Extract<ScanMessage, { kind: "recognised" }>) => ({
  format,
  table,
  scan: emptyScan,
});

const unknownFile = ({ reason }: Extract<ScanMessage, { kind: "unknown" }>, file: File): File | null =>
  reason === "format" ? file : null;

function growScan(scan: Scan, message: Extract<ScanMessage, { kind: "progress" }>): Scan {
  const errors = message.diagnostics.filter(({ severity }) => severity === "error").length;
  const room = MAX_LISTED - scan.diagnostics.length;
  return {
    ...scan,
    bytes: message.bytes,
    totals: message.totals,
    labels: message.labels,
    preview: message.preview.length > 0 ? [...scan.preview, ...message.preview] : scan.preview,
    diagnostics:
      message.diagnostics.length > 0 && room > 0
        ? [...scan.diagnostics, ...message.diagnostics.slice(0, room)]
        : scan.diagnostics,
    errors: scan.errors + errors,
    warnings: scan.warnings + message.diagnostics.length - errors,
  };
}

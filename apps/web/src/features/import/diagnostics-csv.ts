import type { Diagnostic } from "@spanbridge/shared/contracts";
import { csvOf } from "../../ui/csv.ts";

const HEADER = ["severity", "row", "field", "code", "message", "file"] as const;

/** Diagnostics as CSV, in their order. */
export const diagnosticsCsv = (diagnostics: readonly Diagnostic[]): string =>
  csvOf(
    HEADER,
    diagnostics.map((diagnostic) => HEADER.map((column) => diagnostic[column])),
  );

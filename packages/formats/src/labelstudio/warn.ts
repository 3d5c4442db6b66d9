import type { RowReport } from "../diagnostics.ts";

/** What is said once a file. */
export type WarnOnce = (name: string, field: string, message: string, report: RowReport) => void;

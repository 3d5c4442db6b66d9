import { type ImportReport, type importLayers, importReportSchema } from "@spanbridge/shared/contracts";
import { failureOf, TypedFailure } from "../../app/failure.ts";
import { request } from "../../app/http.ts";
import { trpcClient } from "../../app/trpc.ts";
import type { ImportEvent } from "./machine.ts";
import type { Setup } from "./scan/messages.ts";

export type ImportOptions = {
  readonly layer: (typeof importLayers)[number];
  /** Nothing goes in if any row is bad. */
  readonly strict: boolean;
};

type Upload = ImportOptions & {
  readonly setup: Setup;
  readonly project: string;
  readonly file: File;
  readonly importId: string;
};

const POLL_MS = 500;

/**
 * Sends a file and waits for the report; aborting the signal cancels the import on the server too, which then keeps
 * nothing of it. Rejects with a TypedFailure, or with the signal's reason.
 */
async function send(
  { project, file, importId, layer, strict, setup }: Upload,
  signal: AbortSignal,
): Promise<ImportReport> {
  const query = new URLSearchParams({ layer, strict: String(strict), name: file.name, importId });
  // Where nobody said it the server tells the format from the content, as the page did.
  if (setup.format !== null) query.set("format", setup.format);
  for (const [key, value] of Object.entries(setup.options)) query.append("option", `${key}=${value}`);
  const response = await request(`/api/projects/${encodeURIComponent(project)}/import?${query}`, {
    method: "POST",
    body: file,
    headers: { "content-type": "application/octet-stream" },
    signal,
  });
  const report = importReportSchema.safeParse(await response.json().catch(() => null));
  if (report.success) return report.data;
  throw new TypedFailure({
    code: "internal",
    message: "The server's report could not be read. Look at the project: the import may be in.",
  });
}

/** Asks for the import's progress until the signal says stop. A question that fails is asked again. */
async function follow(
  importId: string,
  tell: (event: ImportEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const progress = await trpcClient.imports.progress
      .query({ importId }, { signal, context: { alone: true } })
      .catch(() => null);
    if (signal.aborted) return;
    if (progress) tell({ kind: "progressed", importId, progress });
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Runs one import and tells what becomes of it. Never rejects. */
export async function runImport(
  upload: Upload,
  signal: AbortSignal,
  tell: (event: ImportEvent) => void,
): Promise<void> {
  const over = new AbortController();
  void follow(upload.importId, tell, over.signal);
  try {
    const report = await send(upload, signal);
    tell(report.outcome === "cancelled" ? { kind: "cancelled" } : { kind: "finished", report });
  } catch (error) {
    if (signal.aborted) tell({ kind: "cancelled" });
    else tell({ kind: "failed", message: failureOf(error).message });
  } finally {
    over.abort();
  }
}

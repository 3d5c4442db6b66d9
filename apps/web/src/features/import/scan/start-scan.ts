import type { ScanMessage, ScanRules } from "./messages.ts";

/** Reads a file in a worker. Returns the way to stop; after it nothing more is told. */
export function startScan(file: File, rules: ScanRules, tell: (message: ScanMessage) => void): () => void {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const stop = () => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<ScanMessage>) => {
    tell(data);
    if (data.kind === "read" || data.kind === "unknown" || data.kind === "unreadable") stop();
  };
  worker.onerror = () => {
    tell({ kind: "unreadable" });
    stop();
  };
  worker.postMessage({ file, rules });
  return stop;
}

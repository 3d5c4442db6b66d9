import type { ScanRules } from "./messages.ts";
import { scanFile } from "./scan-file.ts";

/** Runs beside the page, so that reading a large file never holds it. One message in, the messages of the scan out. */
addEventListener("message", (event: MessageEvent<{ readonly file: File; readonly rules: ScanRules }>) => {
  const { file, rules } = event.data;
  void scanFile({ name: file.name, bytes: file }, rules, (message) => postMessage(message));
});

import type { ImportProgress } from "@spanbridge/shared/contracts";

const numbers = new Intl.NumberFormat("en");

/** Shows on a terminal how far an import is; elsewhere nothing. Answers what ends it. */
export function showProgress(read: () => ImportProgress, totalBytes: number): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  const show = (): void => {
    const { rows, skipped, bytes } = read();
    const percent = totalBytes === 0 ? 100 : Math.floor((100 * bytes) / totalBytes);
    const bad = skipped === 0 ? "" : `, ${numbers.format(skipped)} left out`;
    process.stderr.write(`\r\x1b[K${numbers.format(rows)} rows read (${percent} %)${bad}`);
  };
  const timer = setInterval(show, 200);
  let running = true;
  return () => {
    if (!running) return;
    running = false;
    clearInterval(timer);
    process.stderr.write("\r\x1b[K");
  };
}

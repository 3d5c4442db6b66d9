import { Button } from "../../../ui/button.tsx";
import { formatBytes, formatNumber, formatShare } from "../../../ui/format.ts";
import { ProgressBar } from "../../../ui/progress.tsx";
import type { ImportState } from "../machine.ts";

type RunningProps = {
  readonly state: Extract<ImportState, { stage: "import" }>;
  readonly onCancel: () => void;
};

export function Running({ state, onCancel }: RunningProps) {
  const { file, progress, cancelling } = state;
  const share = progress && file.size > 0 ? progress.bytes / file.size : null;
  // All bytes are read before the last rows are written and the whole is committed.
  const writing = progress !== null && progress.bytes >= file.size;
  return (
    <section
      aria-label="Import under way"
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-6 shadow-sm"
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="min-w-0 truncate text-lg">
          {cancelling ? "Cancelling" : writing ? "Finishing" : "Importing"} {file.name}
        </h2>
        <Button onClick={onCancel} disabled={cancelling}>
          Cancel
        </Button>
      </div>
      <ProgressBar
        label="Import"
        value={writing ? null : share}
        text={progress ? `${formatNumber(progress.rows)} rows` : "starting"}
      />
      <p className="flex flex-wrap gap-x-4 text-ink-muted text-sm tabular-nums">
        <span>{formatNumber(progress?.rows ?? 0)} rows read</span>
        <span>{formatNumber(progress?.skipped ?? 0)} left out</span>
        <span className="ml-auto">
          {formatBytes(progress?.bytes ?? 0)} of {formatBytes(file.size)}
          {share !== null && `, ${formatShare(progress?.bytes ?? 0, file.size)}`}
        </span>
      </p>
      <p className="text-ink-muted text-sm">
        Stay on this page until it is done. Cancelled, nothing of the file is kept.
      </p>
    </section>
  );
}

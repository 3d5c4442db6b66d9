import { Button } from "../../../ui/button.tsx";
import { formatBytes, formatNumber, formatShare } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
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
      aria-label={t("Import under way")}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-6 shadow-sm"
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="min-w-0 truncate text-lg">
          {cancelling ? t("Cancelling") : writing ? t("Finishing") : t("Importing")} {file.name}
        </h2>
        <Button onClick={onCancel} disabled={cancelling}>
          {t("Cancel")}
        </Button>
      </div>
      <ProgressBar
        label={t("Import")}
        value={writing ? null : share}
        text={progress ? t("{{rows}} rows", { rows: formatNumber(progress.rows) }) : "starting"}
      />
      <p className="flex flex-wrap gap-x-4 text-ink-muted text-sm tabular-nums">
        <span>{t("{{value}} rows read", { value: formatNumber(progress?.rows ?? 0) })}</span>
        <span>{t("{{value}} left out", { value: formatNumber(progress?.skipped ?? 0) })}</span>
        <span className="ms-auto">
          {t("{{value}} of {{size}}", {
            value: formatBytes(progress?.bytes ?? 0),
            size: formatBytes(file.size),
          })}
          {share !== null && `, ${formatShare(progress?.bytes ?? 0, file.size)}`}
        </span>
      </p>
      <p className="text-ink-muted text-sm">
        {t("Stay on this page until it is done. Cancelled, nothing of the file is kept.")}
      </p>
    </section>
  );
}

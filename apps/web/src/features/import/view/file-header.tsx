import { FileText } from "lucide-react";
import { Badge } from "../../../ui/badge.tsx";
import { formatBytes, formatNumber, formatShare } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { ProgressBar } from "../../../ui/progress.tsx";
import type { Scan } from "../machine.ts";
import type { RecognisedFormat } from "../scan/messages.ts";
import { FormatSelect } from "./format-select.tsx";

type FileHeaderProps = {
  readonly file: File;
  readonly format: RecognisedFormat;
  /** Whether somebody has said that it is that. */
  readonly said: boolean;
  readonly scan: Scan;
  readonly onFormat: (format: string) => void;
};

/** Which file it is, what it was recognised as, and what is in it. */
export function FileHeader({ file, format, said, scan, onFormat }: FileHeaderProps) {
  const { rows, good, bad, spans, links } = scan.totals;
  const facts = [
    [t("Rows"), rows],
    [t("Can go in"), good],
    [t("Bad"), bad],
    [t("Spans"), spans],
    [t("Links"), links],
  ] as const;
  return (
    <section aria-label={t("File")} className="rounded-lg border border-line bg-surface p-4 shadow-sm">
      <div className="flex flex-wrap items-center gap-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink">
          <FileText aria-hidden className="size-5" />
        </span>
        <div className="min-w-0 grow">
          <h2 className="truncate text-lg leading-tight">{file.name}</h2>
          <p className="flex flex-wrap items-center gap-2 text-ink-muted text-sm">
            <Badge tone="good">
              {said ? t("Read as") : t("Recognised")}: {format.title}
            </Badge>
            {formatBytes(file.size)}
          </p>
        </div>
        <div className="w-64">
          <FormatSelect label={t("Format")} value={format.id} onChange={onFormat} />
        </div>
        <p role="status" className="w-40 text-end text-ink-muted text-sm">
          {scan.done
            ? t("Read to the end")
            : t("Reading, {{bytes}}", { bytes: formatShare(scan.bytes, file.size) })}
          <span className="mt-1 block h-1.5">
            {!scan.done && <ProgressBar label={t("Reading the file")} value={scan.bytes / file.size} />}
          </span>
        </p>
      </div>
      <dl className="mt-4 grid grid-cols-3 gap-x-4 gap-y-2 border-line border-t pt-3 sm:grid-cols-5">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-muted text-sm">{name}</dt>
            <dd className={name === "Bad" && value > 0 ? "font-semibold text-bad" : "font-semibold"}>
              <span className="tabular-nums">{formatNumber(value)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

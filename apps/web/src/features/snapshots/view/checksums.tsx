import type { SnapshotManifest } from "@spanbridge/shared/contracts";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { formatBytes } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";

export function Checksums({ files }: { readonly files: SnapshotManifest["files"] }) {
  return (
    <ul>
      {files.map(({ split, sha256, bytes }) => (
        <li
          key={split ?? "all"}
          className="flex items-center gap-4 border-line border-b px-4 py-1.5 last:border-b-0"
        >
          <span className="w-12 shrink-0 font-medium">{split ?? "all"}</span>
          <span className="w-20 shrink-0 text-end text-ink-muted text-sm tabular-nums">
            {formatBytes(bytes)}
          </span>
          <code className="min-w-0 grow truncate font-mono text-xs" title={sha256}>
            {sha256}
          </code>
          <CopyButton text={sha256} label={t("Copy the checksum of {{split}}", { split: split ?? "all" })} />
        </li>
      ))}
    </ul>
  );
}

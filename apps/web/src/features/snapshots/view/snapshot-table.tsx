import type { SnapshotInfo } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { formatAgo, formatDateTime, formatNumber, plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { isDivided, splitTitle } from "../split-name.ts";

type SnapshotTableProps = {
  readonly project: string;
  readonly snapshots: readonly SnapshotInfo[];
  /** Names of those that are ticked. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** One row a snapshot; ticking takes at most two, the third lets the first go. */
export function SnapshotTable({ project, snapshots, chosen, onChoose }: SnapshotTableProps) {
  const choosable = snapshots.length > 1;
  const toggle = (name: string) =>
    onChoose(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name].slice(-2));
  return (
    <table className="w-full border-collapse">
      <thead className="sr-only">
        <tr>
          {choosable && <th scope="col">{t("Compare")}</th>}
          <th scope="col">{t("Name")}</th>
          <th scope="col">{t("Segments")}</th>
          <th scope="col">{t("Frozen")}</th>
        </tr>
      </thead>
      <tbody>
        {snapshots.map(({ name, note, createdAt, createdBy, segments, splits }) => (
          <tr key={name} className="border-line border-b last:border-b-0 hover:bg-hover">
            {choosable && (
              <td className="w-10 ps-4">
                <input
                  type="checkbox"
                  aria-label={t("Compare {{name}}", { name })}
                  checked={chosen.includes(name)}
                  onChange={() => toggle(name)}
                  className="size-4 accent-accent"
                />
              </td>
            )}
            <td className="px-4 py-3">
              <Link
                to="/projects/$project/snapshot/$snapshot"
                params={{ project, snapshot: name }}
                className="font-medium text-accent-ink hover:underline [overflow-wrap:anywhere]"
              >
                {name}
              </Link>
              {note && <p className="text-ink-muted text-sm [overflow-wrap:anywhere]">{note}</p>}
            </td>
            <td className="px-4 py-3 tabular-nums">
              {plural(segments, "segment")}
              {isDivided(splits) && (
                <p className="text-ink-muted text-sm">
                  {splits
                    .map(({ split, segments: size }) => `${splitTitle(split)} ${formatNumber(size)}`)
                    .join(" · ")}
                </p>
              )}
            </td>
            <td className="px-4 py-3 text-end text-ink-muted text-sm">
              <time dateTime={createdAt} title={formatDateTime(createdAt)}>
                {formatAgo(createdAt)}
              </time>
              <p>{createdBy}</p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

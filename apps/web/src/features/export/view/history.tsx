import type { ExportLogEntry } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { formatAgo, formatBytes, formatDateTime, plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Wide } from "../../../ui/wide.tsx";
import { formats } from "../options.ts";

const SHOWN = 20;

/** What left the project: who took which file, and when. */
export function History({ project }: { readonly project: string }) {
  const { data, error } = useQuery(trpc.exports.history.queryOptions({ project, limit: SHOWN }));
  return (
    <Section
      title={t("Earlier exports")}
      subtitle={t("The latest {{SHOWN}}, from here, scripts and the command line.", { SHOWN })}
    >
      {error && !data ? (
        <p className="p-4 text-ink-muted">{failureOf(error).message}</p>
      ) : !data ? (
        <div className="p-4">
          <Skeleton className="h-16" />
        </div>
      ) : data.length === 0 ? (
        <p className="p-4 text-ink-muted">{t("Nothing was exported yet.")}</p>
      ) : (
        <Wide label={t("Earlier exports")}>
          <table className="w-full border-collapse whitespace-nowrap text-start">
            <thead className="border-line border-b text-ink-muted text-sm">
              <tr>
                {[t("When"), t("Who"), t("Format"), t("From"), t("Segments"), t("Size"), "SHA-256"].map(
                  (name) => (
                    <th key={name} scope="col" className="px-4 py-1.5 text-start font-medium">
                      {name}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {data.map((entry) => (
                <Entry key={entry.id} project={project} entry={entry} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Section>
  );
}

function Entry({ project, entry }: { readonly project: string; readonly entry: ExportLogEntry }) {
  const { at, user, via, format, snapshot, segments, bytes, sha256 } = entry;
  const cell = "px-4 py-1.5";
  return (
    <tr className="border-line border-b last:border-b-0">
      <td className={cell}>
        <time dateTime={at} title={formatDateTime(at)}>
          {formatAgo(at)}
        </time>
      </td>
      <td className={cell}>{user === null ? via : via === "browser" ? user : `${user}, by ${via}`}</td>
      <td className={cell}>{formats.find(({ value }) => value === format)?.name ?? format}</td>
      <td className={cell}>
        {snapshot === null ? (
          t("the project")
        ) : (
          <Link
            to="/projects/$project/snapshot/$snapshot"
            params={{ project, snapshot }}
            className="text-accent-ink hover:underline"
          >
            {snapshot}
          </Link>
        )}
      </td>
      <td className={`${cell} tabular-nums`}>{plural(segments, "segment")}</td>
      <td className={`${cell} tabular-nums`}>{formatBytes(bytes)}</td>
      <td className={cell}>
        <code className="font-mono text-xs" title={sha256}>
          {sha256.slice(0, 12)}
        </code>
      </td>
    </tr>
  );
}

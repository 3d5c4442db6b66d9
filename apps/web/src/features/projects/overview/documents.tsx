import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/state.tsx";
import { VirtualList } from "../../../ui/virtual-list.tsx";

const ROW = 36;
const SHOWN = 10;

/** The documents in order; each opens the queue with its segments. */
export function Documents({ project }: { readonly project: string }) {
  const { data, error, refetch } = useQuery(trpc.documents.list.queryOptions({ project }));
  return (
    <Section
      title={t("Documents")}
      actions={
        data && <span className="text-ink-muted text-sm tabular-nums">{formatNumber(data.length)}</span>
      }
    >
      {error && !data ? (
        <ErrorState title={t("The documents could not be listed")} onRetry={() => void refetch()}>
          {failureOf(error).message}
        </ErrorState>
      ) : data ? (
        <VirtualList
          label={t("Documents")}
          items={data}
          rowHeight={ROW}
          maxRows={SHOWN}
          keyOf={({ name }) => name}
          render={({ name, segments }) => (
            <Link
              to="/projects/$project/review"
              params={{ project }}
              search={{ document: name }}
              className="flex h-9 items-center justify-between gap-4 border-line border-b px-4 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="truncate">{name === "" ? <i>{t("Without a document")}</i> : name}</span>
              <span className="shrink-0 text-ink-muted text-sm tabular-nums">
                {formatNumber(segments)}
                <span className="sr-only">{t("segments")}</span>
              </span>
            </Link>
          )}
        />
      ) : (
        <div aria-busy className="p-4">
          <Skeleton className="h-40" />
        </div>
      )}
    </Section>
  );
}

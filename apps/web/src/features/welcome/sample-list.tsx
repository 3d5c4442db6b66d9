import { useQuery } from "@tanstack/react-query";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { ProgressBar } from "../../ui/progress.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../ui/state.tsx";
import { SampleRow } from "./sample-row.tsx";
import { useInstall } from "./use-install.ts";

/** The samples that come with Spanbridge: install one and go straight to its review, or install all. */
export function SampleList() {
  const { data: samples, error, refetch } = useQuery(trpc.samples.list.queryOptions());
  const { running, install } = useInstall();

  if (error && !samples) {
    return (
      <ErrorState title="The samples could not be listed" onRetry={() => void refetch()}>
        {failureOf(error).message}
      </ErrorState>
    );
  }
  if (!samples) {
    return (
      <div aria-busy className="flex flex-col gap-3 p-4">
        {[1, 2, 3, 4].map((item) => (
          <Skeleton key={item} className="h-14" />
        ))}
      </div>
    );
  }
  if (samples.length === 0) {
    return (
      <EmptyState title="No samples came with this installation">
        The folder of samples is missing or empty. Your own data works all the same.
      </EmptyState>
    );
  }
  const missing = samples.filter(({ installedAs }) => installedAs === null);
  return (
    <>
      <ul className="divide-y divide-line">
        {samples.map((sample) => (
          <SampleRow
            key={sample.id}
            sample={sample}
            busy={running?.current === sample.id}
            disabled={running !== null}
            onInstall={() => install([sample.id])}
          />
        ))}
      </ul>
      {missing.length > 1 && (
        <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t px-4 py-2.5">
          {running && running.total > 1 ? (
            <div className="grow" role="status">
              <p className="mb-1.5 text-ink-muted text-sm">
                Installing {running.done + 1} of {running.total}
              </p>
              <ProgressBar label="Installing samples" value={running.done / running.total} />
            </div>
          ) : (
            <>
              <p className="text-ink-muted text-sm">
                Each becomes a project of its own; delete it when you like.
              </p>
              <Button disabled={running !== null} onClick={() => install(missing.map(({ id }) => id))}>
                Install all {missing.length}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  );
}

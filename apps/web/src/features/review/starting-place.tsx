import { Navigate, useNavigate } from "@tanstack/react-router";
import { leavesOut, searchOf } from "../../app/search.ts";
import { PageFrame, type PageProps } from "./page-frame.tsx";
import { useFirstPending } from "./queue/use-first-pending.ts";
import { AllDone, NoHits, NothingHere, SegmentFailed, SegmentSkeleton } from "./segment/states.tsx";
import { undoElsewhere } from "./session/undo-elsewhere.ts";

/** The review screen without a segment: on the way to the first pending one, or nothing is left to do. */
export function StartingPlace(props: PageProps) {
  const { project, workspace, filter, onFilter, queue } = props;
  const navigate = useNavigate();
  const first = useFirstPending(project.slug, filter, true);
  if (typeof first.number === "number") {
    return (
      <Navigate
        to="/projects/$project/review/$segment"
        params={{ project: project.slug, segment: first.number }}
        search={searchOf(filter)}
        replace
      />
    );
  }
  const goTo = (segment: number): void =>
    void navigate({
      to: "/projects/$project/review/$segment",
      params: { project: project.slug, segment },
      search: searchOf(filter),
    });
  const showAll = (): void => onFilter({ states: [] });
  const filtered = leavesOut(filter);
  return (
    <PageFrame {...props} number={undefined} position={undefined}>
      {first.error ? (
        <SegmentFailed error={first.error} onRetry={first.retry} />
      ) : first.number === undefined || queue.status === "loading" ? (
        <SegmentSkeleton />
      ) : queue.total > 0 ? (
        <AllDone
          project={project.slug}
          counts={project.counts}
          filtered={filtered}
          onShowAll={showAll}
          onUndo={
            workspace.lastElsewhere(undefined) === undefined
              ? undefined
              : () => undoElsewhere(workspace, project.slug, undefined, goTo)
          }
        />
      ) : filtered ? (
        <NoHits onShowAll={showAll} />
      ) : (
        <NothingHere project={project.slug} mayImport={project.may.manage && !project.archived} />
      )}
    </PageFrame>
  );
}

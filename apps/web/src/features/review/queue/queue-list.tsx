import type { QueueFilter } from "@spanbridge/shared/contracts";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { searchOf, stringifySearch } from "../../../app/search.ts";
import { QueueRows } from "./queue-rows.tsx";
import { useQueue } from "./use-queue.ts";

/** So many rows beyond those in view are loaded, so that slow scrolling never catches up. */
const AHEAD = 60;

type QueueListProps = {
  readonly project: string;
  readonly language: string;
  readonly filter: QueueFilter;
  readonly number: number | undefined;
  /** Where the open segment stands, once that is known. */
  readonly position: number | null | undefined;
  readonly total: number;
};

/** The queue, however long: only what is in view is in the page, and only pages near where scrolling ends are loaded. */
export function QueueList({ project, language, filter, number, position, total }: QueueListProps) {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState({ first: 0, last: 0 });
  const { itemAt } = useQueue(project, filter, Math.max(0, wanted.first - AHEAD), wanted.last + AHEAD);
  const search = searchOf(filter);
  return (
    <QueueRows
      project={project}
      language={language}
      number={number}
      position={position}
      total={total}
      itemAt={itemAt}
      address={`/projects/${encodeURIComponent(project)}/review/`}
      search={stringifySearch(search)}
      onRest={setWanted}
      onOpen={(segment) =>
        void navigate({ to: "/projects/$project/review/$segment", params: { project, segment }, search })
      }
    />
  );
}

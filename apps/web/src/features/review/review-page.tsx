import type { QueueFilter } from "@spanbridge/shared/contracts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate, useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo } from "react";
import { filterOf, searchOf } from "../../app/search.ts";
import { trpc } from "../../app/trpc.ts";
import { loadFontFor } from "../../ui/fonts.ts";
import { useQueue } from "./queue/use-queue.ts";
import { useReviewing } from "./session/settled.ts";
import { workspaceOf } from "./session/workspaces.ts";
import { StartingPlace } from "./starting-place.tsx";
import { Workbench } from "./workbench.tsx";

const route = getRouteApi("/session/projects/$project/review");

/** The review screen. With a segment in the address it shows that one, otherwise it finds the first pending one. */
export function ReviewPage() {
  useReviewing();
  const { project: slug } = route.useParams();
  const { segment: number } = useParams({ strict: false });
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions({ project: slug }));
  const { data: me } = useSuspenseQuery(trpc.session.me.queryOptions());
  const filter = useMemo(() => filterOf(search), [search]);
  const workspace = useMemo(() => workspaceOf(project, me), [project, me]);
  const queue = useQueue(slug, filter, 0, 0).summary;

  const { languages, pivotLang } = project;
  useEffect(() => {
    for (const language of [...languages, pivotLang]) void loadFontFor(language);
  }, [languages, pivotLang]);

  const onFilter = useCallback(
    (next: QueueFilter) =>
      // Typing a word must not leave a trail of half words behind the Back button.
      void navigate({
        to: number === undefined ? "/projects/$project/review" : "/projects/$project/review/$segment",
        params: number === undefined ? { project: slug } : { project: slug, segment: number },
        search: searchOf(next),
        replace: true,
      }),
    [navigate, slug, number],
  );

  const common = { project, workspace, filter, onFilter, queue };
  return number === undefined ? <StartingPlace {...common} /> : <Workbench {...common} number={number} />;
}

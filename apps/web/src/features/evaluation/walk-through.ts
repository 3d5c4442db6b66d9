import type { SegmentList } from "@spanbridge/shared/contracts";
import { redirect } from "@tanstack/react-router";
import { queryClient, trpc } from "../../app/trpc.ts";

/** Goes on to the review screen with a list, in the order of the text, as the list is: to where it begins. */
export function walkThrough(project: string, list: SegmentList): never {
  queryClient.setQueryData(trpc.lists.get.queryKey({ project, list: list.id }), list);
  const search = { list: list.id, order: "number" as const };
  throw list.start === null
    ? redirect({ to: "/projects/$project/review", params: { project }, search, replace: true })
    : redirect({
        to: "/projects/$project/review/$segment",
        params: { project, segment: list.start },
        search,
        replace: true,
      });
}

/** What an address says of a figure; undefined where it is not readable. */
export function parsedFigure(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

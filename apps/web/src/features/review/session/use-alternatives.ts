import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { trpc } from "../../../app/trpc.ts";
import type { Segment } from "../../../editor/model/segment/segment.ts";
import { useSegmentState } from "../../../editor/react/desk-context.tsx";

/** Asks what the project knows of the segment's entities as soon as one of them is selected. Without an answer, less is on offer. */
export function useKnownAlternatives(segment: Segment, project: string): void {
  const wanted = useSegmentState(({ selection }) => selection !== undefined);
  const { data } = useQuery({
    ...trpc.review.alternatives.queryOptions({ project, number: segment.number }),
    enabled: wanted,
    staleTime: 60_000,
    gcTime: 60_000,
  });
  useEffect(() => {
    if (data) segment.learn(data);
  }, [segment, data]);
}

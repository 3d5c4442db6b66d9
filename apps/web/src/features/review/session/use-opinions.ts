import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { trpc } from "../../../app/trpc.ts";
import type { Segment } from "../../../editor/model/segment/segment.ts";

/** Asks what each engine says of the open segment; the keys that take it over know it from then on. */
export function useOpinions(segment: Segment, project: string) {
  const query = useQuery(trpc.review.opinions.queryOptions({ project, number: segment.number }));
  const { data } = query;
  useEffect(() => {
    if (data) segment.hear(data);
  }, [segment, data]);
  return query;
}

import { spanById, spanId, Text, textOf } from "@spanbridge/shared";
import { trpcClient } from "../../../app/trpc.ts";
import { useAnnotation, useDesk, useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Why } from "../../runs/index.ts";

/** What the newest run asked and heard about the open segment. */
export function WhyHere({ project }: { readonly project: string }) {
  const annotation = useAnnotation();
  const { mayEdit } = useDesk();
  const segment = useSegment();
  const number = useSegmentState(({ meta }) => meta.number);
  const nameOf = (id: string): string => {
    const span = spanById(annotation, spanId(id));
    return span ? new Text(textOf(annotation, span.side)).slice(span) : "";
  };
  const onDone = (): void =>
    void trpcClient.review.open.query({ project, number }).then(segment.refresh, () => undefined);
  return <Why project={project} number={number} mayEdit={mayEdit} nameOf={nameOf} onDone={onDone} />;
}

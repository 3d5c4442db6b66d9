import { memo, type RefObject, useEffect, useEffectEvent } from "react";
import type { Segment } from "../../../editor/model/segment/segment.ts";
import { problemSpans } from "../../../editor/model/view/problems.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { Late, useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { stateFaces } from "../../../ui/review-state.tsx";
import { Engines } from "../engines/engines.tsx";
import type { Navigator } from "../queue/use-navigator.ts";
import { tell } from "../session/notices.ts";
import { useView } from "../session/view.ts";
import { Ahead } from "./ahead.tsx";
import { Context } from "./context.tsx";
import { GivenUpList } from "./given-up.tsx";
import { MatrixView } from "./matrix.tsx";
import { SegmentHeader } from "./segment-header.tsx";
import { Signals } from "./signals.tsx";
import { Texts } from "./texts.tsx";
import { ToolBar } from "./tool-bar.tsx";

type CenterProps = {
  readonly workspace: Workspace;
  readonly project: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly navigator: Navigator;
  readonly total: number;
  /** Set by whoever went on by key or button: the focus then comes along, and the news is told. Reset here. */
  readonly moved: RefObject<boolean>;
};

/** The open segment: heading, texts, and what its state asks for. */
export const Center = memo(function Center({
  workspace,
  project,
  heading,
  navigator,
  total,
  moved,
}: CenterProps) {
  const view = useView();
  const { number } = useSegment();
  const reason = useSegmentState(({ queue }) => queue.current.review.reason);
  useArrival(heading, moved);
  return (
    <div className="@container flex flex-col gap-3">
      <SegmentHeader headingRef={heading} navigator={navigator} total={total} />
      {reason !== "" && (
        <p className="text-sm">
          <span className="text-ink-muted">{t("Rejected because:")} </span>
          {reason}
        </p>
      )}
      <GivenUpList />
      {view.context && <Context project={project} where="before" />}
      <Texts />
      {view.context && <Context project={project} where="after" />}
      <ToolBar />
      <Late>
        <Signals />
      </Late>
      {view.matrix && <MatrixView key={`matrix ${number}`} />}
      {view.ahead && <Ahead workspace={workspace} project={project} pendingAfter={navigator.pendingAfter} />}
      <Engines key={`engines ${number}`} project={project} />
    </div>
  );
});

function useArrival(heading: RefObject<HTMLHeadingElement | null>, moved: RefObject<boolean>): void {
  const segment = useSegment();
  const arrive = useEffectEvent(({ store }: Segment) => {
    if (!moved.current) return;
    moved.current = false;
    heading.current?.focus({ preventScroll: true });
    const { queue, meta } = store.getState();
    const problems = problemSpans(queue.current, meta.evidence).length;
    const look = problems === 0 ? "nothing to look at" : `${problems} to look at`;
    tell(`${meta.externalId}: ${stateFaces[queue.current.review.state].name.toLowerCase()}, ${look}`, "done");
  });
  useEffect(() => arrive(segment), [segment]);
}

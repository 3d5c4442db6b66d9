import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { offsetUnder } from "../../editor/dom/geometry.ts";
import { followPointer, forgetPointer, pointerPlace } from "../../editor/dom/pointer.ts";
import type { Desk, Host } from "../../editor/model/actions/desk.ts";
import { inLanguage } from "../../editor/model/segment/segment.ts";
import { DeskProvider, Late, SegmentProvider } from "../../editor/react/desk-context.tsx";
import { hover } from "../../editor/react/hover.ts";
import { RootsProvider, type RootsRef } from "../../editor/react/text-roots.tsx";
import { Hints } from "./bar/hints.tsx";
import { HelpSheet } from "./dialogs/help-sheet.tsx";
import { IdenticalDialog } from "./dialogs/identical-dialog.tsx";
import { RejectDialog } from "./dialogs/reject-dialog.tsx";
import { Aside } from "./entities/aside.tsx";
import { PageFrame, type PageProps } from "./page-frame.tsx";
import { useNavigator } from "./queue/use-navigator.ts";
import { Center } from "./segment/center.tsx";
import { LabelPopover } from "./segment/label-popover.tsx";
import { ReadOnlyNote, SegmentFailed, SegmentSkeleton } from "./segment/states.tsx";
import { stepBatch } from "./session/batch.ts";
import { tell } from "./session/notices.ts";
import { undoElsewhere } from "./session/undo-elsewhere.ts";
import { shownAhead } from "./session/use-ahead.ts";
import { useKeys } from "./session/use-keys.ts";
import { useOpenedSegment } from "./session/use-segment.ts";
import { toggleView, useView } from "./session/view.ts";
import type { SideTab } from "./sides/side-tabs.tsx";
import { SaveIndicator } from "./top/save-indicator.tsx";

const KeysDialog = lazy(() =>
  import("./dialogs/keys-dialog.tsx").then(({ KeysDialog }) => ({ default: KeysDialog })),
);
const Palette = lazy(() => import("./palette/palette.tsx").then(({ Palette }) => ({ default: Palette })));

/** The review screen with a segment: opens it and puts it on the table. */
export function Workbench(props: PageProps & { readonly number: number }) {
  const { project, workspace, filter, queue } = props;
  const [number, setAhead] = useAhead(props.number);
  const opened = useOpenedSegment(workspace, project.slug, number);
  const navigator = useNavigator(workspace, project.slug, number, filter, queue.asOf, setAhead);
  const [dialog, setDialog] = useState<"reject" | "help" | "identical" | "keys" | "palette">();
  const [tab, setTab] = useState<SideTab>("guidelines");
  const area = useRef<HTMLDivElement>(null);
  const filterRef = useRef<HTMLInputElement>(null);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const roots: RootsRef = useRef(new Map());

  const segment = opened.kind === "ready" ? opened.segment : undefined;
  const mayEdit = project.may.review && !project.archived;
  const { go, goTo } = navigator;
  const onTable = useRef(segment);
  // What is on screen is what the next key is about: not before it is there.
  useLayoutEffect(() => {
    onTable.current = segment;
    forgetPointer();
    hover(undefined);
  }, [segment]);
  useEffect(followPointer, []);
  const desk = useMemo((): Desk => {
    const host: Host = {
      tell,
      go: (where) => {
        moved.current = true;
        go(where);
      },
      open: (place) => {
        if (place === "filter") {
          if (!useView.getState().queue) flushSync(() => toggleView("queue"));
          filterRef.current?.focus();
        } else if (place === "note") {
          flushSync(() => setTab("notes"));
          noteRef.current?.focus();
        } else {
          // Closing a dialog gives the focus back, which needs somewhere to go.
          if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
          setDialog(place);
        }
      },
      toggle: toggleView,
      goTo,
      pointed: () => {
        const place = pointerPlace();
        return place && offsetUnder(roots.current, place.x, place.y);
      },
      ahead: () => (onTable.current ? shownAhead(onTable.current.number) : undefined),
      stepBatch: (verb) => stepBatch(workspace, project.slug, verb),
      undoElsewhere: () => undoElsewhere(workspace, project.slug, onTable.current?.number, goTo),
    };
    return {
      get segment() {
        if (!onTable.current) throw new Error("No segment is on the table.");
        return onTable.current;
      },
      get rules() {
        return workspace.rules;
      },
      labels: project.labels,
      host,
      mayEdit,
    };
  }, [project.slug, project.labels, mayEdit, go, goTo, workspace]);
  const language = segment?.rules.languages.source ?? null;
  /** What is drawn goes by its own language, also before it is on the table. */
  const drawn = useMemo(
    (): Desk => ({
      get segment() {
        return desk.segment;
      },
      get rules() {
        return inLanguage(desk.rules, language);
      },
      labels: desk.labels,
      host: desk.host,
      mayEdit: desk.mayEdit,
    }),
    [desk, language],
  );
  // At once, and not only when the dialog has taken the focus: "r" and then "s" must not skip.
  useKeys(dialog === undefined && segment ? desk : undefined, area);

  const frame = { ...props, number, position: navigator.position, area, filterRef };
  if (!segment) {
    return (
      <PageFrame {...frame}>
        {opened.kind === "failed" ? (
          <SegmentFailed error={opened.error} onRetry={opened.retry} />
        ) : (
          <SegmentSkeleton />
        )}
      </PageFrame>
    );
  }
  return (
    <DeskProvider value={drawn}>
      <SegmentProvider value={segment}>
        <RootsProvider value={roots}>
          <PageFrame
            {...frame}
            status={<SaveIndicator workspace={workspace} number={number} onShow={goTo} />}
            aside={
              <Aside
                project={project.slug}
                tab={tab}
                onTab={setTab}
                guidelines={project.guidelines}
                noteRef={noteRef}
              />
            }
            hints={
              <Late>
                <Hints />
              </Late>
            }
          >
            {!mayEdit && <ReadOnlyNote archived={project.archived} />}
            <Center
              workspace={workspace}
              project={project.slug}
              heading={heading}
              navigator={navigator}
              total={queue.total}
              moved={moved}
            />
          </PageFrame>
          <LabelPopover />
          {dialog === "reject" && <RejectDialog onClose={() => setDialog(undefined)} />}
          {dialog === "identical" && (
            <IdenticalDialog
              workspace={workspace}
              project={project.slug}
              onClose={() => setDialog(undefined)}
            />
          )}
          {dialog === "keys" && (
            <Suspense>
              <KeysDialog onClose={() => setDialog(undefined)} />
            </Suspense>
          )}
          {dialog === "palette" && (
            <Suspense>
              <Palette project={project.slug} goTo={goTo} onClose={() => setDialog(undefined)} />
            </Suspense>
          )}
          {dialog === "help" && (
            <HelpSheet onClose={() => setDialog(undefined)} onChange={() => setDialog("keys")} />
          )}
        </RootsProvider>
      </SegmentProvider>
    </DeskProvider>
  );
}

/**
 * The segment to show: what was gone to is shown at once, and the address follows a moment later. `inAddress` counts again
 * as soon as it is another one than when that was said, however it became so.
 */
function useAhead(inAddress: number): readonly [number, (number: number) => void] {
  const [ahead, setAhead] = useState<{ readonly from: number; readonly to: number }>();
  if (ahead && ahead.from !== inAddress) setAhead(undefined);
  const go = useCallback((to: number) => setAhead({ from: inAddress, to }), [inAddress]);
  return [ahead?.from === inAddress ? ahead.to : inAddress, go];
}

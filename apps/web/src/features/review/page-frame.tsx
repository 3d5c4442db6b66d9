import type { ProjectDetail, QueueFilter } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { TopBarSlot } from "../../app/shell/top-bar-slot.tsx";
import type { Workspace } from "../../editor/model/workspace/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { scriptClass } from "../../ui/fonts.ts";
import { t } from "../../ui/i18n/t.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { NoticeLine } from "./bar/notice-line.tsx";
import { QueuePanel } from "./queue/queue-panel.tsx";
import type { QueueSummary } from "./queue/use-queue.ts";
import { toggleView, useView, type ViewPart } from "./session/view.ts";
import { Progress } from "./top/progress.tsx";

/** What every state of the review screen has in common. */
export type PageProps = {
  readonly project: ProjectDetail;
  readonly workspace: Workspace;
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly queue: QueueSummary;
};

type PageFrameProps = PageProps & {
  readonly number: number | undefined;
  readonly position: number | null | undefined;
  readonly area?: RefObject<HTMLDivElement | null>;
  readonly filterRef?: RefObject<HTMLInputElement | null>;
  /** Beside the progress: how the saving stands. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
  /** The right column. */
  readonly aside?: ReactNode;
  /** The keys that work now. */
  readonly hints?: ReactNode;
};

/** Queue, centre, right column and the bar at the bottom; one page that scrolls where the window is narrow. */
export function PageFrame(props: PageFrameProps) {
  const { project, filter, onFilter, queue, number, position, area, status, children, aside, hints } = props;
  const [unfolded, setUnfolded] = useState(false);
  const view = useView();
  const ownRef = useRef<HTMLInputElement>(null);
  return (
    <div className="relative grow">
      <TopBarSlot>
        <Progress counts={project.counts} />
        {status}
      </TopBarSlot>
      <h1 className="sr-only">{t("Review of {{name}}", { name: project.name })}</h1>
      <div
        ref={area}
        className={clsx("script-font flex flex-col md:absolute md:inset-0", scriptClass(project.sourceLang))}
      >
        <div className="flex min-h-0 grow flex-col md:flex-row">
          <Button
            size="sm"
            variant="quiet"
            className="m-2 self-start md:hidden"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? t("Hide the queue") : t("Show the queue")}
          </Button>
          <div className={clsx("contents", !view.queue && "md:hidden")}>
            <QueuePanel
              project={project}
              filter={filter}
              onFilter={onFilter}
              filterRef={props.filterRef ?? ownRef}
              queue={queue}
              number={number}
              position={position}
              unfolded={unfolded}
            />
          </div>
          <Fold part="queue" open={view.queue} />
          <div className="flex min-h-0 min-w-0 grow flex-col xl:flex-row">
            <div className="min-h-0 min-w-0 grow overflow-y-auto px-3 py-3 md:ps-1 md:[contain:strict] lg:pe-5">
              {children}
            </div>
            {aside}
          </div>
        </div>
        <footer className="flex h-10 shrink-0 items-center gap-4 border-line border-t bg-surface px-2 [contain:strict] max-md:sticky max-md:bottom-0">
          {hints}
          <NoticeLine />
        </footer>
      </div>
    </div>
  );
}

type FoldProps = { readonly part: ViewPart; readonly open: boolean };

/** A narrow edge that folds away what stands beside it. */
function Fold({ part, open }: FoldProps) {
  return (
    <div className="hidden pt-2 md:block">
      <IconButton
        icon={open ? PanelLeftClose : PanelLeftOpen}
        size="sm"
        label={open ? t("Hide the queue") : t("Show the queue")}
        aria-expanded={open}
        onClick={() => toggleView(part)}
      />
    </div>
  );
}

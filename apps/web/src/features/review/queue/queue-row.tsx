import { directionOf } from "@spanbridge/shared";
import type { QueueItem } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import { memo } from "react";
import type { ReviewSearch } from "../../../app/search.ts";
import { scriptClass } from "../../../ui/fonts.ts";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { markOf, useMarks } from "../session/marks.ts";
import { signalWords } from "./filter/words.ts";
import { StateMark } from "./state-mark.tsx";

type QueueRowProps = {
  readonly project: string;
  readonly item: QueueItem | undefined;
  readonly language: string;
  readonly search: ReviewSearch;
  readonly current: boolean;
  readonly tabbable: boolean;
  /** An arrow key was pressed here: the focus goes to the next (1) or previous (-1) row. */
  readonly onStep: (position: number, step: 1 | -1) => void;
  readonly position: number;
};

/** One segment in the queue: a link, so that it can be opened in another tab and its address copied. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { project, item, language, search, current, tabbable, onStep, position } = props;
  const mark = useMarks(({ marks }) => item && markOf(marks, project, item.number));
  if (!item) {
    return (
      <span className="flex h-full flex-col justify-center gap-1.5 px-3">
        <Skeleton className="h-3 w-24" />
        <Skeleton className="h-3 w-40" />
      </span>
    );
  }
  const { state, flagged } = mark ?? item;
  return (
    <Link
      to="/projects/$project/review/$segment"
      params={{ project, segment: item.number }}
      search={search}
      preload={false}
      tabIndex={tabbable ? 0 : -1}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        onStep(position, event.key === "ArrowDown" ? 1 : -1);
      }}
      aria-current={current ? "page" : undefined}
      className={clsx(
        "flex h-full flex-col justify-center border-s-2 px-2.5 -outline-offset-2 hover:bg-hover",
        current
          ? "border-accent bg-accent-soft forced-colors:border-[Highlight]"
          : "border-transparent forced-colors:border-[Canvas]",
      )}
    >
      <span className="flex items-center gap-1.5 text-xs">
        <StateMark state={state} flagged={flagged} />
        <span className="truncate font-medium">{item.externalId}</span>
        {item.assignee && <span className="ms-auto max-w-16 truncate text-ink-muted">{item.assignee}</span>}
        {state === "pending" && item.signals.length > 0 && (
          <span
            title={item.signals.map((signal) => signalWords[signal]).join("\n")}
            className={clsx("inline-flex items-center gap-0.5 text-warn", !item.assignee && "ms-auto")}
          >
            <TriangleAlert aria-hidden className="size-3" />
            <span aria-hidden>{item.signals.length}</span>
            <span className="sr-only">
              {t(", worth a look: {{reasons}},", { reasons: plural(item.signals.length, "reason") })}
            </span>
          </span>
        )}
      </span>
      <span
        lang={language}
        dir={directionOf(language)}
        className={clsx(
          "script-font truncate text-sm",
          scriptClass(language),
          current ? "text-accent-ink" : "text-ink-muted",
        )}
      >
        {item.preview}
      </span>
    </Link>
  );
});

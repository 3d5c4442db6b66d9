import { directionOf, type ReviewState } from "@spanbridge/shared";
import type { QueueItem } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import { memo } from "react";
import { scriptClass } from "../../../ui/fonts.ts";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { signalWords } from "./filter/words.ts";
import { StateMark } from "./state-mark.tsx";

type QueueRowProps = {
  readonly item: QueueItem | undefined;
  readonly position: number;
  readonly total: number;
  /** In pixels, from the list's top. */
  readonly top: number;
  readonly height: number;
  readonly language: string;
  readonly href: string | undefined;
  /** As this tab knows it: newer than what the queue has loaded. */
  readonly state: ReviewState | undefined;
  readonly flagged: boolean;
  readonly current: boolean;
  readonly tabbable: boolean;
};

/** One segment in the queue: a link, so that it can be opened in another tab and its address copied. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { item, position, total, top, height } = props;
  return (
    <li
      data-position={position}
      data-segment={item?.number}
      aria-setsize={total}
      aria-posinset={position + 1}
      className="absolute inset-x-0 [contain:strict]"
      style={{ height, top }}
    >
      {item ? <Segment {...props} item={item} /> : <Waiting />}
    </li>
  );
});

function Waiting() {
  return (
    <span className="flex h-full flex-col justify-center gap-1.5 px-3">
      <Skeleton className="h-3 w-24" />
      <Skeleton className="h-3 w-40" />
    </span>
  );
}

type SegmentProps = Omit<QueueRowProps, "item"> & { readonly item: QueueItem };

function Segment({ item, href, state = item.state, flagged, current, tabbable, ...props }: SegmentProps) {
  const language = item.sourceLang ?? props.language;
  return (
    <a
      href={href}
      tabIndex={tabbable ? 0 : -1}
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
    </a>
  );
}

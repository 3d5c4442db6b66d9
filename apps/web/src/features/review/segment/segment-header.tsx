import { ChevronLeft, ChevronRight, Flag, Redo2, Undo2 } from "lucide-react";
import { memo, type Ref } from "react";
import { decide, redo, toggleFlag, undo } from "../../../editor/model/actions/review.ts";
import { keyOf } from "../../../editor/model/keys/shown.ts";
import { Late, useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { stateFaces } from "../../../ui/review-state.tsx";
import { tip } from "../../../ui/tooltip.ts";
import type { Navigator } from "../queue/use-navigator.ts";
import { useCommands } from "../session/use-commands.ts";

type SegmentHeaderProps = {
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly navigator: Navigator;
  readonly total: number;
};

function UndoButtons() {
  const desk = useDesk();
  const commands = useCommands();
  const last = useSegmentState(({ history }) => history.done.at(-1)?.title);
  const next = useSegmentState(({ history }) => history.undone.at(-1)?.title);
  return (
    <>
      <IconButton
        icon={Undo2}
        label={last === undefined ? "Undo" : `Undo: ${last}`}
        shortcut={keyOf(commands, "undo")}
        onClick={() => undo(desk)}
      />
      <IconButton
        icon={Redo2}
        label={next === undefined ? "Redo" : `Redo: ${next}`}
        shortcut={keyOf(commands, "redo")}
        disabled={next === undefined}
        onClick={() => redo(desk)}
      />
    </>
  );
}

const tones = { pending: "neutral", accepted: "good", rejected: "bad", skipped: "warn" } as const;

/** Which segment this is, what was decided about it, and the ways on. */
export const SegmentHeader = memo(function SegmentHeader({
  headingRef,
  navigator,
  total,
}: SegmentHeaderProps) {
  const meta = useSegmentState((state) => state.meta);
  const { position, go } = navigator;
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h2 ref={headingRef} tabIndex={-1} className="min-w-0 truncate text-lg focus:outline-hidden">
        {meta.externalId}
      </h2>
      <State />
      <span className="truncate text-ink-muted text-sm">
        {meta.document}
        {typeof position === "number" && total > 0 && (
          <span className="whitespace-nowrap tabular-nums">
            {meta.document && " · "}
            {t("{{position}} of {{total}}", {
              position: formatNumber(position + 1),
              total: formatNumber(total),
            })}
          </span>
        )}
        {position === null && ` · ${t("not in the filtered queue")}`}
      </span>
      <div className="ms-auto flex flex-wrap items-center justify-end gap-1">
        <Ways go={go} />
        <Late>
          <Decisions />
        </Late>
      </div>
    </header>
  );
});

function State() {
  const state = useSegmentState(({ queue }) => queue.current.review.state);
  const { icon: Icon, name } = stateFaces[state];
  return (
    <Badge tone={tones[state]}>
      <Icon aria-hidden className="size-3" />
      {said(name)}
    </Badge>
  );
}

const Ways = memo(function Ways({ go }: Pick<Navigator, "go">) {
  const commands = useCommands();
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        className="rtl:-scale-x-100"
        label={t("Previous segment")}
        shortcut={keyOf(commands, "previous")}
        onClick={() => go("previous")}
      />
      <IconButton
        icon={ChevronRight}
        className="rtl:-scale-x-100"
        label={t("Next segment")}
        shortcut={keyOf(commands, "next")}
        onClick={() => go("next")}
      />
    </>
  );
});

function FlagButton() {
  const desk = useDesk();
  const commands = useCommands();
  const flagged = useSegmentState(({ queue }) => queue.current.flagged);
  return (
    <IconButton
      icon={Flag}
      label={t("Flag")}
      shortcut={keyOf(commands, "flag")}
      aria-pressed={flagged}
      onClick={() => toggleFlag(desk)}
    />
  );
}

const Decisions = memo(function Decisions() {
  const desk = useDesk();
  const commands = useCommands();
  if (!desk.mayEdit) return null;
  return (
    <>
      <UndoButtons />
      <FlagButton />
      <Button
        size="sm"
        variant="quiet"
        {...tip(t("Leave it for later"), keyOf(commands, "skip"))}
        onClick={() => decide(desk, "skipped")}
      >
        {t("Skip")}
      </Button>
      <Button
        size="sm"
        {...tip(t("Reject with a reason"), keyOf(commands, "reject"))}
        onClick={() => desk.host.open("reject")}
      >
        {t("Reject…")}
      </Button>
      <Button
        size="sm"
        variant="primary"
        {...tip(t("Accept, and on to the next pending one"), keyOf(commands, "accept"))}
        onClick={() => decide(desk, "accepted")}
      >
        {t("Accept & next")}
      </Button>
    </>
  );
});

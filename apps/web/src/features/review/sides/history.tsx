import { invertAll, type Transaction } from "@spanbridge/shared";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useMemo } from "react";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { hasUnsaved } from "../../../editor/model/queue/queue.ts";
import { quoted } from "../../../editor/model/view/describe.ts";
import { editWords, isRemark, type Surfaces, surfacesIn } from "../../../editor/model/view/edit-words.ts";
import { useAnnotation, useDesk, useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatDateTime } from "../../../ui/format.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { tell } from "../session/notices.ts";

type Step = {
  readonly seq: number;
  readonly at: string;
  readonly user: string;
  readonly transaction: Transaction;
};

/** As many as one answer holds; nobody has done more to a segment yet. */
const SHOWN = 200;

/** Who changed what in this segment, newest first; any step can be gone back to. */
export function History({ project }: { readonly project: string }) {
  const segment = useSegment();
  const { mayEdit } = useDesk();
  const annotation = useAnnotation();
  const seq = useSegmentState(({ queue }) => queue.seq);
  const unsaved = useSegmentState(({ queue }) => hasUnsaved(queue));
  // What is saved has a number: with a new one there is a new step.
  const input = { project, number: segment.number, limit: SHOWN, before: seq + 1 };
  const events = useQuery({
    ...trpc.review.events.queryOptions(input),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const steps = useMemo(() => events.data?.events ?? [], [events.data]);
  const surfaces = useMemo(() => {
    const now = new Map(annotation.spans.map((span) => [span.id, quoted(annotation, span)]));
    return surfacesIn(
      steps.map(({ transaction }) => transaction),
      now,
    );
  }, [steps, annotation]);

  /** Takes back every step behind this one, the newest first, as one new step. */
  function restore(to: number): void {
    const edits = steps
      .filter((step) => step.seq > to)
      .flatMap(({ transaction }) => invertAll(transaction.edits.filter((edit) => !isRemark(edit))));
    const done = segment.restore(to === 0 ? "Restore the predictions" : `Restore step ${to}`, edits);
    if (done) tell(done.ok ? done.value.title : done.error.message, done.ok ? "done" : "refusal");
  }

  if (events.error) {
    return (
      <div role="alert" className="p-3 text-sm">
        <p>{failureOf(events.error).message}</p>
        <Button size="sm" className="mt-2" onClick={() => void events.refetch()}>
          {t("Try again")}
        </Button>
      </div>
    );
  }
  if (events.isPending) return <Skeleton className="m-3 h-16" />;
  if (steps.length === 0) {
    return <p className="p-3 text-ink-muted text-sm">{t("Nobody has changed this segment yet.")}</p>;
  }
  // Going back takes back every step there is: not before the newest ones are known.
  const mayRestore = mayEdit && !unsaved && !events.isPlaceholderData;
  const complete = events.data.nextBefore === null;
  return (
    <ol aria-label={t("History")} className="flex flex-col gap-1 p-2">
      {steps.map((step, index) => (
        <li key={step.seq} className="group rounded-md px-2 py-1.5 hover:bg-hover">
          <StepView
            step={step}
            surfaces={surfaces}
            onRestore={mayRestore && index > 0 ? () => restore(step.seq) : undefined}
          />
        </li>
      ))}
      <li className="flex items-center gap-2 px-2 py-1.5 text-ink-muted text-sm">
        {complete ? t("What was predicted") : t("Older than the newest {{number}} steps", { number: SHOWN })}
        {complete && mayRestore && (
          <IconButton
            icon={RotateCcw}
            size="sm"
            label={t("Restore the predictions")}
            className="ms-auto"
            onClick={() => restore(0)}
          />
        )}
      </li>
    </ol>
  );
}

type StepViewProps = {
  readonly step: Step;
  readonly surfaces: Surfaces;
  /** Undefined where it cannot be gone back to: it is what there is now. */
  readonly onRestore: (() => void) | undefined;
};

const origins: Readonly<Record<Transaction["origin"], string>> = {
  human: "",
  undo: "Took back: ",
  redo: "Did again: ",
  restore: "",
};

function StepView({ step: { seq, at, user, transaction }, surfaces, onRestore }: StepViewProps) {
  const { title, edits, origin } = transaction;
  return (
    <>
      <div className="flex items-center gap-2 text-ink-muted text-xs">
        <span className="font-medium text-ink">{user}</span>
        <time dateTime={at}>{formatDateTime(at)}</time>
        {onRestore && (
          <IconButton
            icon={RotateCcw}
            size="sm"
            label={t("Restore step {{step}}", { step: seq })}
            className="ms-auto"
            onClick={onRestore}
          />
        )}
      </div>
      <p className="break-words text-sm">{said(`${origins[origin]}${said(title)}`)}</p>
      <ul className="list-disc break-words ps-4 text-ink-muted text-xs">
        {[...new Set(edits.slice(0, MOST).map((edit) => editWords(edit, surfaces)))].map((words) => (
          <li key={words}>{words}</li>
        ))}
        {edits.length > MOST && <li>{t("and {{value}} more", { value: edits.length - MOST })}</li>}
      </ul>
    </>
  );
}

const MOST = 6;

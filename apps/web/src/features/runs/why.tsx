import { signalTitles } from "@spanbridge/shared";
import { type EatStage, type Exchange, eatStages, type SegmentTrace } from "@spanbridge/shared/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { toast } from "../../ui/toast.ts";
import { POLL_MS } from "./polling.ts";

type WhyProps = {
  readonly project: string;
  readonly number: number;
  readonly mayEdit: boolean;
  /** Names a span of the segment, e.g. by its text; empty for one that is not there any more. */
  readonly nameOf: (span: string) => string;
  /** A run has done the segment while this was looked at: what it shows may be another. */
  readonly onDone: () => void;
};

/** "Why is this here?": what a run asked and heard about this segment, and for managers a way to ask again. */
export function Why({ project, number, mayEdit, nameOf, onDone }: WhyProps) {
  const {
    data: trace,
    error,
    dataUpdatedAt,
  } = useQuery({
    ...trpc.runs.trace.queryOptions({ project, number }),
    refetchInterval: ({ state }) =>
      state.data && ["waiting", "working"].includes(state.data.state) ? POLL_MS : false,
  });
  const noteAsked = useNews(trace?.state, dataUpdatedAt, onDone);
  const { data: detail } = useQuery(trpc.projects.get.queryOptions({ project }));
  if (error) return <FormError>{failureOf(error).message}</FormError>;
  if (trace === undefined) return null;
  if (trace === null) {
    return (
      <p className="p-3 text-ink-muted text-sm">
        {t("No projection run has looked at this segment. What is here was imported or made by people.")}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3 p-3 text-sm">
      <p className="text-ink-muted">
        {trace.run.engine === "eat" ? trace.run.model : t("The offline engine")} · {trace.run.name} ·{" "}
        {formatDateTime(trace.run.at)}
        {!trace.run.shown && " · not shown in review"}
      </p>
      {trace.reason !== "" && <FormError>{trace.reason}</FormError>}
      {trace.signals.map(({ kind, span, message }) => (
        <p key={`${kind} ${span} ${message}`} className="rounded-md bg-warn-soft px-2 py-1">
          <strong className="font-medium">
            {[nameOf(span), signalTitles[kind]].filter(Boolean).join(": ")}.
          </strong>{" "}
          {message}
        </p>
      ))}
      {trace.run.engine === "eat" && <Exchanges trace={trace} />}
      {mayEdit && detail?.may.manage && trace.run.engine === "eat" && (
        <AskAgain project={project} number={number} trace={trace} onAsked={noteAsked} />
      )}
    </div>
  );
}

/**
 * Tells when a run that was at work on the segment is done with it. Answers what notes that it was asked to: it may be done
 * before anybody has seen it at work.
 */
function useNews(state: SegmentTrace["state"] | undefined, readAt: number, onDone: () => void): () => void {
  // Of which reading it was at work, or was asked to be.
  const atWork = useRef<number>(undefined);
  const tell = useEffectEvent(onDone);
  useEffect(() => {
    const isAtWork = state === "waiting" || state === "working";
    const isNews = atWork.current !== undefined && readAt > atWork.current;
    if (isNews && state !== undefined && !isAtWork) tell();
    if (isAtWork) atWork.current = readAt;
    else if (isNews) atWork.current = undefined;
  }, [state, readAt]);
  return () => {
    atWork.current = readAt;
  };
}

const stageNames: Record<EatStage, string> = {
  translate: t("Translation"),
  recognise: t("Entities of the translation"),
  locate: t("Places in the source"),
  check: t("Check"),
};

function Exchanges({ trace }: { readonly trace: SegmentTrace }) {
  return (
    <ol className="flex flex-col gap-1.5" aria-label={t("Questions and answers")}>
      {trace.exchanges.map((exchange) => (
        <li key={`${exchange.stage} ${exchange.entity} ${exchange.round}`}>
          <details className="rounded-md border border-line">
            <summary className="cursor-pointer px-2 py-1">
              {stageNames[exchange.stage]}
              {exchange.entity !== "" && `: ${exchange.entity}`}
              {exchange.round > 1 && t(", round {{round}}", { round: exchange.round })}
            </summary>
            <Conversation exchange={exchange} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function Conversation({ exchange }: { readonly exchange: Exchange }) {
  const { messages, answer, reused, inputTokens, outputTokens, milliseconds } = exchange;
  return (
    <dl className="flex flex-col gap-2 border-line border-t p-2">
      {[...messages, { role: "answer", content: answer }].map(({ role, content }) => (
        <div key={`${role} ${content}`}>
          <dt className="font-medium text-ink-muted text-xs">{role === "answer" ? t("Answer") : role}</dt>
          <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]" dir="auto">
            {content}
          </dd>
        </div>
      ))}
      <div>
        <dt className="sr-only">{t("Figures")}</dt>
        <dd className="text-ink-muted text-xs">
          {t("{{inputTokens}} + {{outputTokens}} tokens, {{value}} s", {
            inputTokens,
            outputTokens,
            value: (milliseconds / 1000).toFixed(1),
          })}
          {reused && ", answered from an earlier run"}
        </dd>
      </div>
    </dl>
  );
}

type AskAgainProps = Pick<WhyProps, "project" | "number"> & {
  readonly trace: SegmentTrace;
  readonly onAsked: () => void;
};

function AskAgain({ project, number, trace, onAsked }: AskAgainProps) {
  const rerun = useMutation(
    trpc.runs.rerun.mutationOptions({
      onSuccess: () => {
        onAsked();
        toast(t("Asked again; what people have edited stays"), { kind: "good" });
      },
      onSettled: () => queryClient.invalidateQueries(trpc.runs.trace.queryFilter({ project, number })),
    }),
  );
  const asked = new Set(trace.exchanges.map(({ stage }) => stage));
  const stages = eatStages.filter((stage) => asked.has(stage));
  if (stages.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-muted">{t("Ask a stage anew, and those after it:")}</p>
      <div className="flex flex-wrap gap-1.5">
        {stages.map((stage) => (
          <Button
            key={stage}
            size="sm"
            disabled={rerun.isPending}
            onClick={() => rerun.mutate({ project, number, run: trace.run.id, from: stage })}
          >
            <RotateCcw aria-hidden className="size-3.5" />
            {stageNames[stage]}
          </Button>
        ))}
      </div>
      {rerun.error && <FormError>{failureOf(rerun.error).message}</FormError>}
    </div>
  );
}

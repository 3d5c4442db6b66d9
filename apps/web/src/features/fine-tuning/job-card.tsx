import { type FineTuning, type FineTuningState, isFineTuningOver } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ban, RotateCcw } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { formatAgo, formatNumber } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { ProgressBar } from "../../ui/progress.tsx";
import { toast } from "../../ui/toast.ts";

const tones: Record<FineTuningState, Tone> = {
  waiting: "neutral",
  uploading: "accent",
  training: "accent",
  cancelling: "warn",
  done: "good",
  failed: "bad",
  cancelled: "neutral",
};
const nameOf = (state: FineTuningState): string => {
  switch (state) {
    case "waiting":
      return t("Waiting");
    case "uploading":
      return t("Sending");
    case "training":
      return t("Training");
    case "cancelling":
      return t("Being cancelled");
    case "done":
      return t("Done");
    case "failed":
      return t("Failed");
    case "cancelled":
      return t("Cancelled");
  }
};

type CardProps = { readonly project: string; readonly job: FineTuning };

/** One fine-tuning: where it is, what the endpoint says, and what can be done about it. */
export function JobCard({ project, job }: CardProps) {
  const { state, settings, examples, trainedTokens, status, error, trouble, model } = job;
  const over = isFineTuningOver(state);
  const facts = [
    ...(examples.train > 0
      ? [
          t("{{train}} examples, {{dev}} for development", {
            train: formatNumber(examples.train),
            dev: formatNumber(examples.dev),
          }),
        ]
      : []),
    ...(status !== "" && !over
      ? [t("The endpoint says: {{status}}", { status: status.replaceAll("_", " ") })]
      : []),
    ...(trainedTokens !== null
      ? [t("{{tokens}} tokens trained", { tokens: formatNumber(trainedTokens) })]
      : []),
    t("begun {{ago}} by {{who}}", { ago: formatAgo(job.createdAt), who: job.createdBy }),
  ];
  return (
    <li
      className="flex flex-col gap-3 p-5"
      aria-label={t("Fine-tuning of {{model}}", { model: settings.baseModel })}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-2 font-medium">
            <span className="[overflow-wrap:anywhere]">{settings.baseModel}</span>
            <Badge tone={tones[state]}>{nameOf(state)}</Badge>
          </h3>
          <p className="text-ink-muted text-sm">
            {new URL(settings.baseUrl).host} · {facts.join(" · ")}
          </p>
        </div>
        <Controls project={project} job={job} />
      </div>
      {!over && <ProgressBar label={t("Progress of the fine-tuning")} value={null} text={nameOf(state)} />}
      {error && (
        <p role="alert" className="text-bad text-sm [overflow-wrap:anywhere]">
          {error}
        </p>
      )}
      {trouble && !over && (
        <p className="text-sm text-warn [overflow-wrap:anywhere]">
          {trouble} {t("It is tried again.")}
        </p>
      )}
      {model !== null && state === "done" && (
        <p className="flex flex-wrap items-center gap-2">
          <code className="rounded-sm bg-sunken px-1.5 py-0.5 text-sm [overflow-wrap:anywhere]">{model}</code>
          <CopyButton text={model} label={t("Copy the model's name")} />
          <Link to="/projects/$project/runs" params={{ project }} className="text-accent-ink underline">
            {t("Use it in a run")}
          </Link>
        </p>
      )}
      {job.events.length > 0 && <Events job={job} />}
    </li>
  );
}

function Controls({ project, job }: { readonly project: string; readonly job: FineTuning }) {
  const ref = { project, fineTuning: job.id };
  const onSettled = () => queryClient.invalidateQueries(trpc.fineTuning.list.queryFilter({ project }));
  const onError = (error: unknown) => toast(failureOf(error).message, { kind: "bad" });
  const cancel = useMutation(trpc.fineTuning.cancel.mutationOptions({ onSettled, onError }));
  const retry = useMutation(trpc.fineTuning.retry.mutationOptions({ onSettled, onError }));
  if (job.state === "failed" || job.state === "cancelled") {
    return (
      <Button size="sm" busy={retry.isPending} onClick={() => retry.mutate(ref)}>
        <RotateCcw aria-hidden className="size-4" />
        {t("Try again")}
      </Button>
    );
  }
  if (isFineTuningOver(job.state)) return null;
  return (
    <Button
      size="sm"
      busy={cancel.isPending}
      disabled={job.state === "cancelling"}
      onClick={() => cancel.mutate(ref)}
    >
      <Ban aria-hidden className="size-4" />
      {t("Cancel")}
    </Button>
  );
}

/** The latest events: an endpoint may log every step. */
const SHOWN = 20;

function Events({ job: { events, state } }: { readonly job: FineTuning }) {
  const last = events.at(-1);
  return (
    <details open={state === "training"} className="rounded-md border border-line">
      <summary className="cursor-pointer px-3 py-2 text-sm">
        {t("What the endpoint says")}
        {last && <span className="text-ink-muted"> · {last.message}</span>}
      </summary>
      <ol className="border-line border-t px-3 py-2 text-sm">
        {events
          .toReversed()
          .slice(0, SHOWN)
          .map((event) => (
            <li key={`${event.id} ${event.at} ${event.message}`} className="flex gap-3 py-0.5">
              <time dateTime={event.at} className="shrink-0 text-ink-muted tabular-nums">
                {event.at.slice(11, 19)}
              </time>
              <span className="min-w-0 [overflow-wrap:anywhere]">{event.message}</span>
            </li>
          ))}
      </ol>
    </details>
  );
}

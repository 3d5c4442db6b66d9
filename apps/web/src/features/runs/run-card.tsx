import type { Run, RunState } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { Ban, Eye, EyeOff, Pause, Play } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { formatAgo, formatNumber, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { ProgressBar } from "../../ui/progress.tsx";
import { toast } from "../../ui/toast.ts";
import { money } from "./figures.ts";
import { RunSegments } from "./run-segments.tsx";
import { useShown } from "./started.ts";

const states: Record<RunState, { readonly name: string; readonly tone: Tone }> = {
  queued: { name: t("Waiting"), tone: "neutral" },
  running: { name: t("Running"), tone: "accent" },
  paused: { name: t("Paused"), tone: "warn" },
  done: { name: t("Done"), tone: "good" },
  cancelled: { name: t("Cancelled"), tone: "neutral" },
  failed: { name: t("Failed"), tone: "bad" },
};

type RunCardProps = {
  readonly project: string;
  readonly run: Run;
  readonly mayManage: boolean;
  readonly sourceLang: string;
};

/** One run: how far it is, what it cost, what it found, and what can be done about it. */
export function RunCard({ project, sourceLang, run, mayManage }: RunCardProps) {
  const [open, setOpen] = useState(run.test);
  const card = useShown(run.id);
  const { segments, entities, calls } = run;
  const over = segments.done + segments.failed;
  const { name, tone } = states[run.state];
  const engine =
    run.config.engine === "eat" ? `${run.config.model.model}, ${run.config.eat.mode}` : t("Offline engine");
  return (
    <li
      ref={card}
      // Clear of the bar at the top when it is scrolled to.
      className="flex scroll-mt-20 flex-col gap-3 p-4"
      aria-label={t("Run {{name}}", { name: run.name })}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-2 font-medium">
            {run.name}
            <Badge tone={tone}>{name}</Badge>
            {run.shown && <Badge tone="accent">{t("Shown in review")}</Badge>}
            {run.test && <Badge>{t("Test")}</Badge>}
          </h3>
          <p className="text-ink-muted text-sm">
            {engine} · {run.createdBy} · {formatAgo(run.createdAt)}
          </p>
        </div>
        {mayManage && <Controls project={project} run={run} />}
      </div>
      <ProgressBar
        label={t("Progress of {{name}}", { name: run.name })}
        value={segments.total === 0 ? 1 : over / segments.total}
        text={t("{{over}} of {{total}} segments", { over, total: segments.total })}
      />
      {run.error !== "" && <p className="rounded-md bg-bad-soft px-3 py-2 text-bad text-sm">{run.error}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm tabular-nums">
        <span>
          {t("{{over}} of {{segments}}", {
            over: formatNumber(over),
            segments: plural(segments.total, "segment"),
          })}
        </span>
        {segments.failed > 0 && (
          <span className="text-bad">
            {t("{{failed}} failed", { failed: formatNumber(segments.failed) })}
          </span>
        )}
        <span>{t("{{entities}} placed", { entities: plural(entities.placed, "entity", "entities") })}</span>
        <span>{t("{{unplaced}} without a place", { unplaced: formatNumber(entities.unplaced) })}</span>
        <span>{t("{{signalled}} to look at", { signalled: formatNumber(run.signalled) })}</span>
        {run.config.engine === "eat" && (
          <span className="text-ink-muted">
            {t("{{calls}}, {{reused}} reused, {{value}} tokens, {{cost}}", {
              calls: plural(calls.paid, "call"),
              reused: formatNumber(calls.reused),
              value: formatNumber(calls.inputTokens + calls.outputTokens),
              cost: money(calls.cost),
            })}
          </span>
        )}
      </p>
      <div>
        <Button variant="link" size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("Hide the segments") : t("Look at the segments")}
        </Button>
      </div>
      {open && <RunSegments project={project} sourceLang={sourceLang} run={run} />}
    </li>
  );
}

function Controls({ project, run }: Pick<RunCardProps, "project" | "run">) {
  const settled = {
    onError: (error: unknown) =>
      toast(t("That did not work"), { description: failureOf(error).message, kind: "bad" as const }),
    onSettled: () => queryClient.invalidateQueries(trpc.runs.pathFilter()),
  };
  const pause = useMutation(trpc.runs.pause.mutationOptions(settled));
  const resume = useMutation(trpc.runs.resume.mutationOptions(settled));
  const cancel = useMutation(trpc.runs.cancel.mutationOptions(settled));
  const show = useMutation(
    trpc.runs.show.mutationOptions({ ...settled, onSettled: () => queryClient.invalidateQueries() }),
  );
  const ref = { project, run: run.id };
  const active = run.state === "running" || run.state === "queued";
  const left = run.segments.done < run.segments.total;
  return (
    <div className="flex flex-wrap gap-2">
      {active && (
        <Button size="sm" onClick={() => pause.mutate(ref)}>
          <Pause aria-hidden className="size-3.5" />
          {t("Pause")}
        </Button>
      )}
      {!active && left && (
        <Button size="sm" onClick={() => resume.mutate(ref)}>
          <Play aria-hidden className="size-3.5" />
          {run.segments.failed > 0 && run.state === "done" ? t("Try failed ones again") : t("Go on")}
        </Button>
      )}
      {(active || run.state === "paused") && (
        <Button size="sm" onClick={() => cancel.mutate(ref)}>
          <Ban aria-hidden className="size-3.5" />
          {t("Cancel")}
        </Button>
      )}
      {run.segments.done > 0 && !run.test && (
        <Button size="sm" busy={show.isPending} onClick={() => show.mutate({ ...ref, shown: !run.shown })}>
          {run.shown ? <EyeOff aria-hidden className="size-3.5" /> : <Eye aria-hidden className="size-3.5" />}
          {run.shown ? t("Do not show in review") : t("Show in review")}
        </Button>
      )}
    </div>
  );
}

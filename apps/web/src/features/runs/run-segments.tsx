import { signalHelp, signalTitles } from "@spanbridge/shared";
import type { Run, RunSegment } from "@spanbridge/shared/contracts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { formatNumber } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { ScriptText } from "../../ui/script-text.tsx";
import { Select } from "../../ui/select.tsx";
import { isActive, POLL_MS } from "./polling.ts";

type Only = "all" | "failed" | "signalled";
const PAGE = 20;

type RunSegmentsProps = { readonly project: string; readonly sourceLang: string; readonly run: Run };

/** The segments of a run with what it says of them: all, the failed ones with their reasons, or those with signals. */
export function RunSegments({ project, sourceLang, run }: RunSegmentsProps) {
  const [only, setOnly] = useState<Only>(run.segments.failed > 0 ? "failed" : "all");
  const [offset, setOffset] = useState(0);
  const { data, error } = useQuery({
    ...trpc.runs.segments.queryOptions({ project, run: run.id, only, offset, limit: PAGE }),
    placeholderData: keepPreviousData,
    refetchInterval: isActive(run) ? POLL_MS : false,
  });
  if (error && !data) return <FormError>{failureOf(error).message}</FormError>;
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Select
          label={t("Which segments")}
          className="w-56"
          value={only}
          onChange={(next) => {
            setOnly(next);
            setOffset(0);
          }}
          options={[
            { value: "all", label: t("All segments") },
            { value: "signalled", label: t("Those to look at") },
            { value: "failed", label: t("Those that failed") },
          ]}
        />
        <p className="flex items-center gap-2 text-ink-muted text-sm tabular-nums">
          {data &&
            data.total > 0 &&
            `${formatNumber(offset + 1)} to ${formatNumber(Math.min(offset + PAGE, data.total))} of ${formatNumber(data.total)}`}
          <Button size="sm" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE))}>
            {t("Before")}
          </Button>
          <Button
            size="sm"
            disabled={!data || offset + PAGE >= data.total}
            onClick={() => setOffset(offset + PAGE)}
          >
            {t("After")}
          </Button>
        </p>
      </div>
      <ul className="divide-y divide-line">
        {data?.segments.map((segment) => (
          <SegmentRow key={segment.number} project={project} sourceLang={sourceLang} segment={segment} />
        ))}
      </ul>
      {data?.total === 0 && <p className="text-ink-muted text-sm">{t("There are none.")}</p>}
    </div>
  );
}

type SegmentRowProps = Omit<RunSegmentsProps, "run"> & { readonly segment: RunSegment };

function SegmentRow({ project, sourceLang, segment }: SegmentRowProps) {
  return (
    <li className="flex flex-col gap-1 py-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Link
          to="/projects/$project/review/$segment"
          params={{ project, segment: segment.number }}
          className="font-medium text-accent-ink underline underline-offset-2"
        >
          {segment.externalId || t("Segment {{number}}", { number: segment.number })}
        </Link>
        {segment.state !== "done" && (
          <span className={segment.state === "failed" ? "text-bad" : "text-ink-muted"}>
            {segment.reason || segment.state}
          </span>
        )}
      </p>
      <p>
        <ScriptText language={sourceLang}>{segment.sourceText}</ScriptText>
      </p>
      {segment.pivotText !== "" && (
        <p className="text-ink-muted [overflow-wrap:anywhere]">{segment.pivotText}</p>
      )}
      {segment.entities.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {segment.entities.map(({ span, pivot, label, source }) => (
            <li key={span}>
              {pivot} <span className="text-ink-muted">{label}</span> ↔{" "}
              {source === null ? (
                <span className="text-warn">{t("no place")}</span>
              ) : (
                <ScriptText language={sourceLang}>{source}</ScriptText>
              )}
            </li>
          ))}
        </ul>
      )}
      {segment.signals.map((signal) => (
        <p
          key={`${signal.kind} ${signal.span} ${signal.message}`}
          className="text-warn"
          title={signalHelp[signal.kind]}
        >
          {signalTitles[signal.kind]}: {signal.message}
        </p>
      ))}
    </li>
  );
}

import { codePoint, Text } from "@spanbridge/shared";
import type { WikipediaBuild, WikipediaOutcome, WikipediaPair } from "@spanbridge/shared/contracts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { ScriptText } from "../../../ui/script-text.tsx";
import { reasonWords, stepWords } from "./words.ts";

const PAGE = 20;

type OutcomesProps = {
  readonly project: string;
  readonly build: WikipediaBuild;
  readonly only: "accepted" | "rejected";
  /** Positions of pairs that are not to go into memory; undefined where nothing can be left out any more. */
  readonly except: ReadonlySet<number>;
  readonly onExcept: ((except: ReadonlySet<number>) => void) | undefined;
};

/** What became of the names: pairs with the text they were found in, or the reasons why there is none. */
export function Outcomes({ project, build, only, except, onExcept }: OutcomesProps) {
  const [offset, setOffset] = useState(0);
  const { data, error } = useQuery({
    ...trpc.wikipedia.outcomes.queryOptions({ project, build: build.id, only, offset, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  if (error && !data) return <FormError>{failureOf(error).message}</FormError>;
  const toggle = (position: number) => {
    const next = new Set(except);
    if (!next.delete(position)) next.add(position);
    onExcept?.(next);
  };
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-3">
      <ul
        className="divide-y divide-line"
        aria-label={only === "accepted" ? t("Pairs") : t("Names without a pair")}
      >
        {data?.outcomes.map((outcome) =>
          outcome.pair ? (
            <PairRow
              key={outcome.position}
              name={outcome.name}
              pair={outcome.pair}
              isLeftOut={except.has(outcome.position)}
              onToggle={onExcept && (() => toggle(outcome.position))}
            />
          ) : (
            <RejectedRow key={outcome.position} outcome={outcome} />
          ),
        )}
      </ul>
      {data && data.total > PAGE && (
        <div className="flex items-center justify-end gap-2 text-ink-muted text-sm tabular-nums">
          {t("{{from}} to {{to}} of {{total}}", {
            from: formatNumber(offset + 1),
            to: formatNumber(Math.min(offset + PAGE, data.total)),
            total: formatNumber(data.total),
          })}
          <Button size="sm" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE))}>
            {t("Before")}
          </Button>
          <Button size="sm" disabled={offset + PAGE >= data.total} onClick={() => setOffset(offset + PAGE)}>
            {t("After")}
          </Button>
        </div>
      )}
    </div>
  );
}

type PairRowProps = {
  readonly name: string;
  readonly pair: WikipediaPair;
  readonly isLeftOut: boolean;
  readonly onToggle: (() => void) | undefined;
};

function PairRow({ name, pair, isLeftOut, onToggle }: PairRowProps) {
  const { before, after } = excerptOf(pair);
  return (
    <li className="flex gap-3 py-2.5">
      {onToggle && (
        <input
          type="checkbox"
          className="mt-1 size-4 shrink-0"
          aria-label={t("Add {{name}} to memory", { name })}
          checked={!isLeftOut}
          onChange={onToggle}
        />
      )}
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium" lang="en">
            {name}
          </span>
          <span aria-hidden className="text-ink-muted">
            ↔
          </span>
          <ScriptText language={pair.language}>{pair.name}</ScriptText>
          {pair.label !== "" && <Badge>{pair.label}</Badge>}
          {pair.steps.map((step) => (
            <Badge key={step} tone="accent">
              {stepWords(step)}
            </Badge>
          ))}
          {pair.url !== "" && (
            <a
              href={pair.url}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 text-accent-ink text-sm underline underline-offset-2"
            >
              {t("Article")}
              <span className="sr-only">: {pair.title}</span>
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          )}
        </p>
        <p className="text-ink-muted">
          <ScriptText language={pair.language}>
            {before}
            <mark className="bg-accent-soft text-ink underline decoration-2 decoration-accent underline-offset-4">
              {pair.target}
            </mark>
            {after}
          </ScriptText>
        </p>
      </div>
    </li>
  );
}

const RejectedRow = ({ outcome: { name, reason, detail } }: { readonly outcome: WikipediaOutcome }) => (
  <li className="flex flex-wrap gap-x-3 gap-y-0.5 py-2">
    <span className="font-medium" lang="en">
      {name}
    </span>
    {reason && <span>{reasonWords(reason)}</span>}
    {detail !== "" && detail !== name && (
      <span className="text-ink-muted" dir="auto">
        {detail}
      </span>
    )}
  </li>
);

const BEFORE = 24;
const LENGTH = 110;

/** What stands around the name in its text, as much as has room. */
function excerptOf({ text, start, end }: WikipediaPair): { readonly before: string; readonly after: string } {
  const whole = new Text(text.replace(/\s/gu, " "));
  const piece = (from: number, to: number): string =>
    whole.slice({ start: codePoint(from), end: codePoint(to) });
  const from = Math.max(0, start - BEFORE);
  const to = Math.min(whole.length, Math.max(end, from + LENGTH));
  return {
    before: `${from > 0 ? "…" : ""}${piece(from, start)}`,
    after: `${piece(end, to)}${to < whole.length ? "…" : ""}`,
  };
}

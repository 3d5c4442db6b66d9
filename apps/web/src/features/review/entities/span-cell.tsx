import { directionOf, LOW_CONFIDENCE, machineOrigin, type Span } from "@spanbridge/shared";
import { clsx } from "clsx";
import { ArrowLeftRight, Ban, Unlink, UserRound } from "lucide-react";
import { absenceSentences, originName } from "../../../editor/model/view/describe.ts";
import type { Row } from "../../../editor/model/view/rows.ts";
import { useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { LabelBadge } from "../../../ui/label-badge.tsx";

type SpanCellProps = {
  readonly span: Span;
  /** What it stands on. */
  readonly words: string;
  /** The one of the two that is selected. */
  readonly active: boolean;
  /** Whether its label is shown; it is read out before the words in any case, unless `silent`. */
  readonly badge: boolean;
  readonly silent: boolean;
};

export function SpanCell({ span, words, active, badge, silent }: SpanCellProps) {
  const { rules, labels } = useDesk();
  const language = rules.languages[span.side];
  const colour = labels.find(({ name }) => name === span.label)?.colour ?? 9;
  return (
    <>
      {!silent && <span className="sr-only">{span.label}</span>}
      <span
        lang={language}
        dir={directionOf(language)}
        className={clsx(
          "script-font truncate",
          scriptClass(language),
          span.side === "source" ? "text-lg" : "text-base",
          active && "font-semibold",
        )}
      >
        {words}
      </span>
      <span className="ms-auto flex shrink-0 items-center gap-2">
        <ByHand span={span} />
        <Confidence span={span} />
        {badge && (
          <span aria-hidden={!silent}>
            <LabelBadge name={span.label} colour={colour} className="max-w-20" />
          </span>
        )}
      </span>
    </>
  );
}

/** Marks what a person has made or touched: everything else is what a machine said. */
function ByHand({ span }: { readonly span: Span }) {
  const { rules } = useDesk();
  const people = useSegmentState(({ meta }) => meta.people);
  if (span.provenance.origin !== "human") return null;
  const name = originName(span.provenance, people, rules.user);
  return (
    <>
      <UserRound aria-hidden className="size-3.5 text-ink-muted" />
      <span className="sr-only">{t(", by {{name}}", { name })}</span>
    </>
  );
}

function Confidence({ span }: { readonly span: Span }) {
  const confidence = machineOrigin(span.provenance)?.confidence;
  if (confidence === undefined || span.provenance.origin === "human") return null;
  return (
    <span
      className={clsx("text-xs tabular-nums", confidence < LOW_CONFIDENCE ? "text-warn" : "text-ink-muted")}
    >
      <span className="sr-only">{t(", confidence")}</span>
      {confidence.toFixed(2)}
    </span>
  );
}

/** What joins the two, or why nothing does. */
export function Joint({ row }: { readonly row: Row }) {
  const Icon = row.link ? ArrowLeftRight : row.absence ? Ban : Unlink;
  return <Icon aria-hidden className="size-3.5 shrink-0 text-ink-muted" />;
}

export function Missing({ row }: { readonly row: Row }) {
  return (
    <span className="truncate text-ink-muted text-sm italic">
      <span className="sr-only">, {row.absence && t("no counterpart: ")}</span>
      {row.absence ? said(absenceSentences[row.absence.reason]) : t("not linked")}
    </span>
  );
}

import { Text } from "@spanbridge/shared";
import type { Opinion } from "@spanbridge/shared/contracts";
import { ArrowUpToLine } from "lucide-react";
import { takeAll, takeOne } from "../../../editor/model/actions/opinions.ts";
import { clipped } from "../../../editor/model/view/describe.ts";
import { missingIn, type OpinionSpan, opinionSpans } from "../../../editor/model/view/opinions.ts";
import { useAnnotation, useDesk } from "../../../editor/react/desk-context.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { useKey } from "../session/use-commands.ts";
import { EngineText } from "./engine-text.tsx";

type EngineRowProps = {
  readonly opinion: Opinion;
  /** All that have an answer, this one included: where they agree is shown. */
  readonly others: readonly Opinion[];
  /** From 1; the key that takes it over. */
  readonly place: number;
};

/** One engine's answer: its spans on the source, what differs from the segment, and ways to take it over. */
export function EngineRow({ opinion, others, place }: EngineRowProps) {
  const desk = useDesk();
  const annotation = useAnnotation();
  const key = useKey(`take_${place}`);
  const spans = opinionSpans(annotation, opinion);
  const different = spans.filter(({ agrees }) => !agrees);
  const count = different.length + missingIn(annotation, opinion).length;
  const otherText = opinion.pivotText !== annotation.pivotText;
  return (
    <li aria-label={opinion.layer} className="flex flex-col gap-1.5 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <span className="font-medium">{opinion.layer}</span>
        <span className="text-ink-muted">{engineName(opinion)}</span>
        {opinion.shown && <Badge tone="accent">{t("Shown first")}</Badge>}
        {opinion.test && <Badge>{t("Test")}</Badge>}
        {otherText && <Badge tone="warn">{t("Another translation")}</Badge>}
        {count === 0 ? (
          <Badge tone="good">{t("The same as here")}</Badge>
        ) : (
          <Badge tone="warn">{t("Differences: {{number}}", { number: count })}</Badge>
        )}
        {desk.mayEdit && (
          <Button
            size="sm"
            className="ms-auto"
            disabled={count === 0 && !otherText}
            onClick={() => takeAll(desk, opinion)}
          >
            <ArrowUpToLine aria-hidden className="size-3.5" />
            {t("Take all")}
            {place <= 4 && <Kbd keys={key} />}
          </Button>
        )}
      </div>
      <EngineText spans={spans} others={others} />
      {otherText && opinion.pivotText !== "" && (
        <p lang={desk.rules.languages.pivot} className="text-ink-muted text-sm">
          {opinion.pivotText}
        </p>
      )}
      {desk.mayEdit && different.length > 0 && <Differences opinion={opinion} spans={different} />}
    </li>
  );
}

type DifferencesProps = { readonly opinion: Opinion; readonly spans: readonly OpinionSpan[] };

function Differences({ opinion, spans }: DifferencesProps) {
  const desk = useDesk();
  const { sourceText } = useAnnotation();
  const source = new Text(sourceText);
  const pivot = new Text(opinion.pivotText);
  const { languages } = desk.rules;
  return (
    <ul
      className="flex flex-wrap gap-1.5"
      aria-label={t("Take one over from {{layer}}", { layer: opinion.layer })}
    >
      {spans.map(({ span, entities }) => (
        <li key={span.id} className="min-w-0">
          <button
            type="button"
            className="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-sm border border-line px-1.5 text-sm hover:bg-hover"
            onClick={() => takeOne(desk, opinion, span)}
          >
            <span lang={languages.source} className={scriptClass(languages.source)}>
              {clipped(source.slice(span))}
            </span>
            <LabelBadge
              name={span.label}
              colour={desk.labels.find(({ name }) => name === span.label)?.colour ?? 9}
            />
            {entities.length > 0 && (
              <span lang={languages.pivot} className="truncate text-ink-muted">
                {entities.map((entity) => clipped(pivot.slice(entity))).join(", ")}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

const engineName = ({ engine, model }: Opinion): string =>
  engine === null ? t("from a file") : engine === "eat" ? model : t("Offline engine");

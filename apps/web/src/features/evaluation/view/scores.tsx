import type { ScoreFigures, SpanScheme } from "@spanbridge/shared/contracts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { score } from "../figures.ts";
import { CsvButton, FigureTable, Row } from "./table.tsx";

const schemes: Record<SpanScheme, string> = {
  strict: t("Strict: start, end and label"),
  exact: t("Exact: start and end"),
  partial: t("Partial: an overlap counts half"),
  type: t("Type: an overlap with the label"),
};
const averages = { micro: "micro", macro: "macro", weighted: "weighted" } as const;
type Average = keyof typeof averages;

/** All span scores of one system, by scheme and average. */
export function Scores() {
  const { system } = useShown();
  const rows: (readonly [SpanScheme, Average, ScoreFigures])[] = [];
  for (const scheme of ["strict", "exact", "partial", "type"] as const) {
    // Within a label, exact is strict: its averages over labels say nothing new.
    for (const average of scheme === "exact"
      ? (["micro"] as const)
      : (["micro", "macro", "weighted"] as const)) {
      rows.push([scheme, average, system.spans[scheme][average]]);
    }
  }
  return (
    <Section
      title={t("Span scores")}
      actions={
        <CsvButton
          part="span scores"
          header={["scheme", "average", "precision", "recall", "f1"]}
          rows={() =>
            rows.map(([scheme, average, { precision, recall, f1 }]) => [
              scheme,
              average,
              precision,
              recall,
              f1,
            ])
          }
        />
      }
    >
      <FigureTable
        caption={t("Span scores of {{layer}}", { layer: system.layer })}
        head={[t("Scheme"), t("Average"), t("Precision"), t("Recall"), "F1"]}
      >
        {rows.map(([scheme, average, { precision, recall, f1 }]) => (
          <Row
            key={`${scheme} ${average}`}
            name={average === "micro" ? schemes[scheme] : <span className="sr-only">{schemes[scheme]}</span>}
            cells={[averages[average], score(precision), score(recall), <b key="f1">{score(f1)}</b>]}
          />
        ))}
      </FigureTable>
    </Section>
  );
}

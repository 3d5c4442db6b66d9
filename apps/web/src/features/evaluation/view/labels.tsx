import { t } from "../../../ui/i18n/t.ts";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { rangeText, score } from "../figures.ts";
import { Interval } from "./interval.tsx";
import { CsvButton, FigureTable, Row } from "./table.tsx";

/** A label in its colour; one that the project does not have (any more) in plain letters. */
export function LabelName({ name }: { readonly name: string }) {
  const { labels } = useShown().project;
  const label = labels.find((one) => one.name === name);
  return label ? (
    <LabelBadge name={name} colour={label.colour} />
  ) : (
    <span className="font-medium">{name}</span>
  );
}

/** Strict scores label by label. */
export function Labels() {
  const { system } = useShown();
  const { perLabel } = system.spans.strict;
  const rangeOf = (label: string) =>
    system.intervals.perLabel.find((range) => range.label === label) ?? { low: 0, high: 0 };
  return (
    <Section
      title={t("By label")}
      actions={
        <CsvButton
          part="by label"
          header={["label", "gold", "predicted", "right", "precision", "recall", "f1", "f1 low", "f1 high"]}
          rows={() =>
            perLabel.map(({ label, gold, predicted, correct, precision, recall, f1 }) => {
              const { low, high } = rangeOf(label);
              return [label, gold, predicted, correct, precision, recall, f1, low, high];
            })
          }
        />
      }
    >
      <FigureTable
        caption={t("Strict scores of {{layer}} by label", { layer: system.layer })}
        head={[
          t("Label"),
          t("Expected"),
          t("Predicted"),
          t("Right"),
          t("Precision"),
          t("Recall"),
          "F1",
          t("95 % interval"),
        ]}
      >
        {perLabel.map(({ label, gold, predicted, correct, precision, recall, f1 }) => (
          <Row
            key={label}
            name={<LabelName name={label} />}
            cells={[
              <FigureLink key="gold" drill={{ kind: "label", label, of: "gold" }} count={gold} />,
              <FigureLink
                key="predicted"
                drill={{ kind: "label", label, of: "predicted" }}
                count={predicted}
              />,
              <FigureLink key="correct" drill={{ kind: "label", label, of: "correct" }} count={correct} />,
              score(precision),
              score(recall),
              <b key="f1">{score(f1)}</b>,
              <span key="interval" className="inline-flex items-center gap-3">
                <Interval value={f1} range={rangeOf(label)} />
                {rangeText(rangeOf(label))}
              </span>,
            ]}
          />
        ))}
      </FigureTable>
    </Section>
  );
}

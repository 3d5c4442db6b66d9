import type { ConfidenceFigures } from "@spanbridge/shared/contracts";
import { formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { score } from "../figures.ts";
import { CsvButton, FigureTable, Row } from "./table.tsx";

/** How often the machine is right when it is so sure of itself. */
export function Confidence() {
  const { system } = useShown();
  const { bins, count, without, expectedCalibrationError } = system.confidence;
  if (count === 0) {
    return (
      <Section title={t("Precision against confidence")} className="p-4 text-ink-muted">
        {t("Nothing in {{layer}} carries a confidence between 0 and 1.", { layer: system.layer })}
      </Section>
    );
  }
  const name = ({ from, to }: ConfidenceFigures): string =>
    t("{{low}} to {{high}}", { low: from.toFixed(2), high: to.toFixed(2) });
  return (
    <Section
      title={t("Precision against confidence")}
      subtitle={t(
        "{{number}} spans with a confidence, {{without}} without. Expected calibration error {{expectedCalibrationError}}.",
        {
          number: formatNumber(count),
          without: formatNumber(without),
          expectedCalibrationError: score(expectedCalibrationError),
        },
      )}
      actions={
        <CsvButton
          part="confidence"
          header={["from", "to", "spans", "right", "precision", t("mean confidence")]}
          rows={() =>
            bins.map((bin) => [bin.from, bin.to, bin.count, bin.correct, bin.precision, bin.meanConfidence])
          }
        />
      }
    >
      <div className="grid items-start gap-4 p-3 lg:grid-cols-[auto_minmax(0,1fr)]">
        <Diagram bins={bins} />
        <FigureTable
          caption={t("Precision of {{layer}} by confidence", { layer: system.layer })}
          head={[t("Confidence"), t("Spans"), t("Right"), t("Wrong"), t("Precision"), t("Mean confidence")]}
        >
          {bins.map((bin, index) => (
            <Row
              key={bin.from}
              name={name(bin)}
              cells={[
                <FigureLink
                  key="all"
                  drill={{ kind: "confidence", bin: index, of: "all" }}
                  count={bin.count}
                />,
                <FigureLink
                  key="right"
                  drill={{ kind: "confidence", bin: index, of: "correct" }}
                  count={bin.correct}
                />,
                <FigureLink
                  key="wrong"
                  drill={{ kind: "confidence", bin: index, of: "wrong" }}
                  count={bin.count - bin.correct}
                />,
                bin.count === 0 ? "–" : score(bin.precision),
                bin.count === 0 ? "–" : score(bin.meanConfidence),
              ]}
            />
          ))}
        </FigureTable>
      </div>
    </Section>
  );
}

const SIZE = 220;
const EDGE = 44;
const x = (value: number): number => EDGE + value * SIZE;
const y = (value: number): number => 8 + (1 - value) * SIZE;

/** Bars of precision under the line on which a machine would stand that is as often right as it says. */
function Diagram({ bins }: { readonly bins: readonly ConfidenceFigures[] }) {
  return (
    <svg
      viewBox={`0 0 ${SIZE + EDGE + 8} ${SIZE + 44}`}
      width={SIZE + EDGE + 8}
      role="img"
      aria-label={t(
        "Precision by confidence; the table beside it has the numbers. The dashed line is perfect calibration.",
      )}
      className="max-w-full text-ink-muted"
    >
      {[0, 0.5, 1].map((value) => (
        <g key={value} className="fill-current text-2xs">
          <line x1={x(0)} x2={x(1)} y1={y(value)} y2={y(value)} className="stroke-line" />
          <text x={x(0) - 5} y={y(value) + 3} textAnchor="end">
            {value}
          </text>
          <text x={x(value)} y={y(0) + 14} textAnchor="middle">
            {value}
          </text>
        </g>
      ))}
      {bins
        .filter(({ count }) => count > 0)
        .map(({ from, to, precision }) => (
          <rect
            key={from}
            x={x(from) + 1}
            width={(to - from) * SIZE - 2}
            y={y(precision)}
            height={Math.max(1, precision * SIZE)}
            className="fill-accent/70 stroke-accent forced-colors:fill-[CanvasText]"
          />
        ))}
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} strokeDasharray="4 4" className="stroke-ink" />
      <text x={x(0.5)} y={y(0) + 30} textAnchor="middle" className="fill-current text-xs">
        {t("confidence")}
      </text>
      <text
        x={12}
        y={y(0.5)}
        textAnchor="middle"
        transform={`rotate(-90 12 ${y(0.5)})`}
        className="fill-current text-xs"
      >
        {t("precision")}
      </text>
    </svg>
  );
}

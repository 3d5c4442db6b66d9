import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { probability, rangeText, score, signed } from "../figures.ts";
import { Interval } from "./interval.tsx";

/** The one figure that counts, with how sure it is; of two systems both, and whether they differ. */
export function Headline() {
  const { evaluation, choice } = useShown();
  const { predicted, other, segments, documents, states, gold, comparison } = evaluation;
  const { unit, units, grouped, samples, seed } = predicted.intervals;
  return (
    <Section
      title={t("Strict F1")}
      subtitle={t("Start, end and label agree. {{segments}}{{value}} of {{documents}}, against {{name}}.", {
        segments: plural(segments, "segment"),
        value: states.length > 0 ? ` (${states.join(", ")})` : "",
        documents: plural(documents, "document"),
        name: gold.name,
      })}
    >
      <div className="grid gap-px overflow-hidden rounded-t-lg bg-line sm:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
        {[predicted, ...(other ? [other] : [])].map(({ layer, spans, intervals }) => (
          <div key={layer} className="bg-surface p-4">
            <p className="font-medium text-ink-muted text-sm">{layer}</p>
            <p
              className="font-semibold text-2xl tabular-nums tracking-tight"
              data-figure={t("strict F1 of {{layer}}", { layer })}
            >
              {score(spans.strict.micro.f1)}
            </p>
            <p className="flex flex-wrap items-center gap-x-3 text-sm tabular-nums">
              <Interval value={spans.strict.micro.f1} range={intervals.strict.f1} />
              {rangeText(intervals.strict.f1)}
            </p>
            <p className="mt-1 text-ink-muted text-sm tabular-nums">
              {t("Precision {{precision}}, recall {{recall}}", {
                precision: score(spans.strict.micro.precision),
                recall: score(spans.strict.micro.recall),
              })}
            </p>
          </div>
        ))}
        {comparison && other && (
          <div className="bg-surface p-4">
            <p className="font-medium text-ink-muted text-sm">
              {t("{{layer}} minus {{layer2}}", { layer: predicted.layer, layer2: other.layer })}
            </p>
            <p className="font-semibold text-2xl tabular-nums tracking-tight">
              {signed(comparison.strictF1.difference)}
            </p>
            <p className="text-sm tabular-nums">
              {t("{{low}} to {{high}}, {{p}}", {
                low: signed(comparison.strictF1.low),
                high: signed(comparison.strictF1.high),
                p: probability(comparison.strictF1.p),
              })}
            </p>
            <p className="mt-1 text-ink-muted text-sm">
              {t("Exactly right in one only:")}
              <FigureLink
                drill={{ kind: "difference", better: "predicted" }}
                count={comparison.onlyPredicted}
                choice={choice}
              />
              {t("in {{layer}},", { layer: predicted.layer })}
              <FigureLink
                drill={{ kind: "difference", better: "other" }}
                count={comparison.onlyOther}
                choice={choice}
              />
              {t("in {{layer}}", { layer: other.layer })}
            </p>
          </div>
        )}
      </div>
      <p className="border-line border-t px-4 py-2 text-ink-muted text-xs">
        {t("Intervals of 95 %: {{value}} samples of {{units}}, seed {{seed}}.", {
          value: samples.toLocaleString("en"),
          units: plural(
            units,
            grouped ? `group of ${unit}s` : unit,
            `${grouped ? "groups of " : ""}${unit}s`,
          ),
          seed,
        })}
        {units < 20 && t(" So few {{unit}}s make them too narrow.", { unit })}
        {comparison && " p by approximate randomisation."}
      </p>
    </Section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { FormError } from "../../../ui/form-error.tsx";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { probability, rangeText, score, signed } from "../figures.ts";
import { Interval } from "../view/interval.tsx";
import { FigureTable, Row } from "../view/table.tsx";
import type { ComparisonChoice } from "./choice.ts";

type AgainstProps = {
  readonly project: string;
  readonly choice: ComparisonChoice;
  readonly gold: string;
};

/** Which of the two is nearer to what counts as right, and whether that could be chance. */
export function AgainstGold({ project, choice, gold }: AgainstProps) {
  const { a, b } = choice;
  const { data, error } = useQuery({
    ...trpc.evaluation.run.queryOptions(
      { project, options: { gold, predicted: a, other: b } },
      { trpc: { context: { alone: true } } },
    ),
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (error) return <FormError>{failureOf(error).message}</FormError>;
  if (!data?.comparison) return <Skeleton className="h-36" />;
  const { predicted, other, comparison } = data;
  return (
    <Section
      title={t("Strict F1")}
      subtitle={t("Start, end and label agree. {{segments}} against {{gold}}.", {
        segments: plural(data.segments, "segment"),
        gold,
      })}
      actions={
        <Link
          to="/projects/$project/evaluation"
          params={{ project }}
          search={{ gold, pred: a, vs: b }}
          className="rounded-xs text-link text-sm"
        >
          {t("All figures")}
        </Link>
      }
    >
      <FigureTable
        caption={t("Strict F1 of {{a}} and {{b}} against {{gold}}", { a, b, gold })}
        head={[t("Layer"), t("Precision"), t("Recall"), t("F1"), t("95 % interval")]}
      >
        {[predicted, ...(other ? [other] : [])].map(({ layer, spans: { strict }, intervals }) => (
          <Row
            key={layer}
            name={<span className="font-medium">{layer}</span>}
            cells={[
              score(strict.micro.precision),
              score(strict.micro.recall),
              <b key="f1">{score(strict.micro.f1)}</b>,
              <span key="interval" className="inline-flex items-center gap-3">
                <Interval value={strict.micro.f1} range={intervals.strict.f1} />
                {rangeText(intervals.strict.f1)}
              </span>,
            ]}
          />
        ))}
        <Row
          name={t("{{a}} minus {{b}}", { a, b })}
          cells={[
            null,
            null,
            <b key="difference">{signed(comparison.strictF1.difference)}</b>,
            t("{{low}} to {{high}}, {{p}}", {
              low: signed(comparison.strictF1.low),
              high: signed(comparison.strictF1.high),
              p: probability(comparison.strictF1.p),
            }),
          ]}
        />
      </FigureTable>
      <p className="border-line border-t px-3 py-2 text-ink-muted text-xs">
        {comparison.strictF1.p < 0.05
          ? t("The difference is larger than chance would make it (p by approximate randomisation).")
          : t("A difference like this can be chance (p by approximate randomisation).")}
      </p>
    </Section>
  );
}

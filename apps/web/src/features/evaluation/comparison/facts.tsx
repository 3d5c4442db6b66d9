import type { ProjectDetail, Run } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../app/trpc.ts";
import { formatDateTime, formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { FigureTable, Row } from "../view/table.tsx";
import type { ComparisonChoice } from "./choice.ts";

type FactsProps = { readonly project: ProjectDetail; readonly choice: ComparisonChoice };
type Fact = { readonly name: string; readonly of: (run: Run) => string };

const NOTHING = "–";

const facts = (): readonly Fact[] => [
  {
    name: t("Engine"),
    of: ({ config }) =>
      config.engine === "eat" ? `${config.model.model}, ${config.eat.mode}` : t("Offline engine"),
  },
  { name: t("Started"), of: ({ createdAt }) => formatDateTime(createdAt) },
  {
    name: t("Segments done"),
    of: ({ segments }) => `${formatNumber(segments.done)} / ${formatNumber(segments.total)}`,
  },
  { name: t("Segments that failed"), of: ({ segments }) => formatNumber(segments.failed) },
  { name: t("Entities placed"), of: ({ entities }) => formatNumber(entities.placed) },
  { name: t("Entities without a place"), of: ({ entities }) => formatNumber(entities.unplaced) },
  { name: t("Segments to look at"), of: ({ signalled }) => formatNumber(signalled) },
  { name: t("Time from start to end"), of: timeOf },
  {
    name: t("Calls, and answers used again"),
    of: ({ calls }) => `${formatNumber(calls.paid)} + ${formatNumber(calls.reused)}`,
  },
  {
    name: t("Tokens in and out"),
    of: ({ calls }) => `${formatNumber(calls.inputTokens)} + ${formatNumber(calls.outputTokens)}`,
  },
  {
    name: t("Cost"),
    of: ({ calls }) =>
      calls.cost === 0 ? "0" : calls.cost < 1 ? calls.cost.toPrecision(2) : calls.cost.toFixed(2),
  },
];

/** Cost, time and failures beside each other; what came in by a file took none of them here. */
export function Facts({ project, choice }: FactsProps) {
  const { data: runs } = useQuery(trpc.runs.list.queryOptions({ project: project.slug }));
  if (!runs) return null;
  const [a, b] = [choice.a, choice.b].map((layer) => runs.find((run) => run.layer === layer));
  const nameOf = (layer: string, run: Run | undefined): string =>
    run ? layer : `${layer} (${t("from a file")})`;
  if (!a && !b) return null;
  return (
    <Section title={t("Cost, time and failures")}>
      <FigureTable
        caption={t("Cost, time and failures of {{a}} and {{b}}", { a: choice.a, b: choice.b })}
        head={["", nameOf(choice.a, a), nameOf(choice.b, b)]}
      >
        {facts().map(({ name, of }) => (
          <Row key={name} name={name} cells={[a ? of(a) : NOTHING, b ? of(b) : NOTHING]} />
        ))}
      </FigureTable>
    </Section>
  );
}

function timeOf({ startedAt, endedAt }: Run): string {
  if (startedAt === null || endedAt === null) return NOTHING;
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  if (seconds < 90) return `${seconds.toFixed(1)} s`;
  return seconds < 5400
    ? t("{{value}} min", { value: Math.round(seconds / 60) })
    : `${(seconds / 3600).toFixed(1)} h`;
}

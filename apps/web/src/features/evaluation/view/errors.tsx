import { errorClasses } from "@spanbridge/shared/contracts";
import { formatShare } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { errorNames } from "../titles.ts";
import { Bar } from "./bar.tsx";
import { CsvButton, FigureTable, Row } from "./table.tsx";

/** What went wrong, by class. Each count opens its segments. */
export function Errors() {
  const { system } = useShown();
  const { outcomes, links } = system;
  const rows = errorClasses
    .filter((kind) => kind !== "link" || links)
    .map((kind) => ({
      kind,
      count: kind === "link" ? (links?.outcomes.missing ?? 0) + (links?.outcomes.extra ?? 0) : outcomes[kind],
    }));
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section
      title={t("Errors")}
      subtitle={links ? undefined : t("Gold has no links, so that none can be wrong.")}
      actions={
        <CsvButton
          part="errors"
          header={["class", "count"]}
          rows={() => rows.map(({ kind, count }) => [kind, count])}
        />
      }
    >
      <FigureTable
        caption={t("Errors of {{layer}} by class", { layer: system.layer })}
        head={[t("Class"), t("Errors"), t("Share")]}
      >
        {rows.map(({ kind, count }) => (
          <Row
            key={kind}
            name={
              <>
                <span className="font-medium">{errorNames[kind].name}</span>
                <span className="block text-ink-muted text-xs">{errorNames[kind].means}</span>
              </>
            }
            cells={[
              <FigureLink key="count" drill={{ kind: "outcome", outcome: kind }} count={count} />,
              <span key="share" className="inline-flex items-center justify-end gap-3">
                {formatShare(count, all)}
                <Bar share={all === 0 ? 0 : count / all} />
              </span>,
            ]}
          />
        ))}
      </FigureTable>
    </Section>
  );
}

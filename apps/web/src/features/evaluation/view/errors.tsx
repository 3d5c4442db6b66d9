import { errorClasses } from "@spanbridge/shared/contracts";
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
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <Section
      title="Errors"
      subtitle={links ? undefined : "Gold has no links, so that none can be wrong."}
      actions={
        <CsvButton
          part="errors"
          header={["class", "count"]}
          rows={() => rows.map(({ kind, count }) => [kind, count])}
        />
      }
    >
      <FigureTable caption={`Errors of ${system.layer} by class`} head={["Class", "Spans", "Share"]}>
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
              <Bar key="bar" share={count / most} />,
            ]}
          />
        ))}
      </FigureTable>
    </Section>
  );
}

import { type linkKinds, projectionKinds } from "@spanbridge/shared/contracts";
import type { ReactNode } from "react";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { score } from "../figures.ts";
import { CsvButton, FigureTable, Row } from "./table.tsx";

const outcomeNames: Record<(typeof projectionKinds)[number], string> = {
  exact: t("On exactly the right place"),
  wrong: t("On another place"),
  unprojected: t("Not projected"),
  unaligned: t("Without a counterpart, as gold says"),
};
const linkNames: Record<(typeof linkKinds)[number], string> = {
  correct: t("Right"),
  endpoint: t("Right two entities, other boundary"),
  missing: t("Missing"),
  extra: t("Extra"),
};

const linkOutcomes = ["correct", "endpoint", "missing", "extra"] as const;

/** What became of the entities of the translation. */
export function Projection() {
  const { system } = useShown();
  const { projection } = system;
  if (!projection) return null;
  const { rate, exact, occurrence, bound } = projection;
  return (
    <Section
      title={t("Projection")}
      subtitle={t("Where the entities of the translation ended up in the source.")}
      actions={
        <CsvButton
          part="projection"
          header={["figure", "entities", "of", "share"]}
          rows={() => [
            ["projected", rate.projected, rate.entities, rate.rate],
            ...projectionKinds.map((kind) => [kind, exact.outcomes[kind], rate.entities, ""]),
            [t("exact of alignable"), exact.exact, exact.alignable, exact.accuracy],
            [t("right occurrence"), occurrence.right, occurrence.ambiguous, occurrence.accuracy],
            ["bound", bound.typed.correct, bound.typed.gold, bound.typed.f1],
          ]}
        />
      }
    >
      <FigureTable
        caption={t("Projection of {{layer}}", { layer: system.layer })}
        head={[t("What became of them"), t("Entities"), t("Share")]}
      >
        <Row
          name={t("Projected at all")}
          cells={[
            t("{{value}} of {{size}}", { value: rate.projected, size: rate.entities }),
            score(rate.rate),
          ]}
        />
        {projectionKinds.map((outcome) => (
          <Row
            key={outcome}
            name={outcomeNames[outcome]}
            cells={[
              <FigureLink
                key="count"
                drill={{ kind: "projection", outcome }}
                count={exact.outcomes[outcome]}
              />,
              outcome === "exact" ? score(exact.accuracy) : "",
            ]}
          />
        ))}
        <Row
          name={t("Right one of several occurrences")}
          cells={[
            <span key="count">
              <FigureLink drill={{ kind: "occurrence", right: true }} count={occurrence.right} />{" "}
              {t("of {{ambiguous}}", { ambiguous: occurrence.ambiguous })}
            </span>,
            score(occurrence.accuracy),
          ]}
        />
        <Row
          name={t("The most that perfect projection could reach (strict F1)")}
          cells={[
            t("{{value}} of {{size}}", { value: bound.typed.correct, size: bound.typed.gold }),
            score(bound.typed.f1),
          ]}
        />
      </FigureTable>
    </Section>
  );
}

/** Links against gold's. */
export function Links() {
  const { system } = useShown();
  const { links } = system;
  if (!links) return null;
  const figures: readonly (readonly [string, ReactNode])[] = [
    [t("Precision"), score(links.precision)],
    [t("Recall"), score(links.recall)],
    ["F1", <b key="f1">{score(links.f1)}</b>],
    [t("Alignment error rate (0 is best)"), score(links.aer)],
  ];
  return (
    <Section
      title={t("Links")}
      actions={
        <CsvButton
          part="links"
          header={["figure", "value"]}
          rows={() => [
            ["precision", links.precision],
            ["recall", links.recall],
            ["f1", links.f1],
            ["aer", links.aer],
            ...linkOutcomes.map((kind) => [kind, links.outcomes[kind]]),
          ]}
        />
      }
    >
      <FigureTable
        caption={t("Links of {{layer}}", { layer: system.layer })}
        head={[t("Figure"), t("Value")]}
      >
        {figures.map(([name, value]) => (
          <Row key={name} name={name} cells={[value]} />
        ))}
        {linkOutcomes.map((outcome) => (
          <Row
            key={outcome}
            name={linkNames[outcome]}
            cells={[
              <FigureLink key="count" drill={{ kind: "link", outcome }} count={links.outcomes[outcome]} />,
            ]}
          />
        ))}
      </FigureTable>
    </Section>
  );
}

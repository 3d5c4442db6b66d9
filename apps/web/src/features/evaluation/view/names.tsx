import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { score } from "../figures.ts";
import { CsvButton, FigureTable, Row } from "./table.tsx";

/** How many of the names that memory knows the translation has as memory has them. */
export function Names() {
  const { names, layer } = useShown().system;
  if (!names) return null;
  const { rendered, known, rate, perLabel } = names;
  return (
    <Section
      title={t("Names in the translation")}
      subtitle={t(
        "Expected entities of the source whose name memory knows, and whether the translation has them as memory does.",
      )}
      actions={
        <CsvButton
          part="names"
          header={["label", "rendered", "known", "share"]}
          rows={() => [
            ["all", rendered, known, rate],
            ...perLabel.map((each) => [each.label, each.rendered, each.known, each.rate]),
          ]}
        />
      }
    >
      <FigureTable
        caption={t("Names in the translation of {{layer}}", { layer })}
        head={[t("Names"), t("Known"), t("Share")]}
      >
        <Row
          name={t("As memory has them")}
          cells={[
            <span key="count">
              <FigureLink drill={{ kind: "name", rendered: true }} count={rendered} />{" "}
              {t("of {{known}}", { known })}
            </span>,
            score(rate),
          ]}
        />
        <Row
          name={t("Otherwise, or not at all")}
          cells={[
            <FigureLink key="count" drill={{ kind: "name", rendered: false }} count={known - rendered} />,
            "",
          ]}
        />
        {perLabel.map((each) => (
          <Row
            key={each.label}
            name={each.label}
            cells={[`${each.rendered} ${t("of {{known}}", { known: each.known })}`, score(each.rate)]}
          />
        ))}
      </FigureTable>
    </Section>
  );
}

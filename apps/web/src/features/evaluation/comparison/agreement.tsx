import { agreementKinds, type ProjectDetail, type RunComparison } from "@spanbridge/shared/contracts";
import { formatShare, plural } from "../../../ui/format.ts";
import { Rich } from "../../../ui/i18n/rich.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { Section } from "../../../ui/page.tsx";
import { Bar } from "../view/bar.tsx";
import { FigureTable, Row } from "../view/table.tsx";
import type { ComparisonChoice } from "./choice.ts";
import { CountLink } from "./count-link.tsx";
import { agreementWords } from "./words.ts";

type AgreementProps = {
  readonly project: ProjectDetail;
  readonly choice: ComparisonChoice;
  readonly comparison: RunComparison;
};

/** In what the two agree and differ, together and label by label. Each count opens its segments. */
export function Agreement(props: AgreementProps) {
  const { project, choice, comparison } = props;
  const { segments, counts } = comparison;
  const words = agreementWords(choice.a, choice.b);
  const all = agreementKinds.reduce((sum, kind) => sum + (kind === "open" ? 0 : counts[kind]), 0);
  const count = (of: "different" | "only_a" | "only_b") => (
    <CountLink project={project.slug} choice={choice} drill={{ kind: "segments", of }} count={segments[of]} />
  );
  return (
    <>
      <Section
        title={t("Agreement")}
        subtitle={
          <Rich
            sentence="{{segments}} with a result of both; they differ in {{different}}. Only {{a}} has {{onlyA}} more, only {{b}} has {{onlyB}}."
            parts={{
              segments: plural(segments.both, "segment"),
              different: count("different"),
              a: choice.a,
              onlyA: count("only_a"),
              b: choice.b,
              onlyB: count("only_b"),
            }}
          />
        }
      >
        <FigureTable
          caption={t("Agreement of {{a}} and {{b}}", { a: choice.a, b: choice.b })}
          head={[t("What"), t("Spans"), t("Share")]}
        >
          {agreementKinds.map((of) => (
            <Row
              key={of}
              name={
                <>
                  <span className="font-medium">{words[of].name}</span>
                  <span className="block text-ink-muted text-xs">{words[of].means}</span>
                </>
              }
              cells={[
                <CountLink
                  key="count"
                  project={project.slug}
                  choice={choice}
                  drill={{ kind: "agreement", of, label: null }}
                  count={counts[of]}
                />,
                of === "open" ? null : (
                  <span key="share" className="inline-flex items-center justify-end gap-3">
                    {formatShare(counts[of], all)}
                    <Bar share={all === 0 ? 0 : counts[of] / all} />
                  </span>
                ),
              ]}
            />
          ))}
        </FigureTable>
      </Section>
      {comparison.perLabel.length > 0 && <ByLabel {...props} />}
    </>
  );
}

function ByLabel({ project, choice, comparison }: AgreementProps) {
  const words = agreementWords("A", "B");
  return (
    <Section title={t("By label")} subtitle={t("A is {{a}}, B is {{b}}.", { a: choice.a, b: choice.b })}>
      <FigureTable
        caption={t("Agreement of {{a}} and {{b}} by label", { a: choice.a, b: choice.b })}
        head={[t("Label"), ...agreementKinds.map((kind) => words[kind].name)]}
      >
        {comparison.perLabel.map(({ label, counts }) => {
          const known = project.labels.find(({ name }) => name === label);
          return (
            <Row
              key={label}
              name={
                known ? (
                  <LabelBadge name={label} colour={known.colour} />
                ) : (
                  <span className="font-medium">{label}</span>
                )
              }
              cells={agreementKinds.map((of) => (
                <CountLink
                  key={of}
                  project={project.slug}
                  choice={choice}
                  drill={{ kind: "agreement", of, label }}
                  count={counts[of]}
                />
              ))}
            />
          );
        })}
      </FigureTable>
    </Section>
  );
}

import { Tabs } from "@base-ui/react/tabs";
import type { Evaluation, ProjectDetail, SystemFigures } from "@spanbridge/shared/contracts";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { tabClass, tabListClass } from "../../../ui/tabs.ts";
import { type EvaluationChoice, ofOther } from "../choice.ts";
import { type Shown, ShownProvider, useShown } from "../context.ts";
import { FigureLink } from "../figure-link.tsx";
import { Compatibility } from "./compatibility.tsx";
import { Confidence } from "./confidence.tsx";
import { Confusion } from "./confusion.tsx";
import { Edges } from "./edges.tsx";
import { Errors } from "./errors.tsx";
import { Headline } from "./headline.tsx";
import { Labels } from "./labels.tsx";
import { Names } from "./names.tsx";
import { Links, Projection } from "./projection.tsx";
import { Scores } from "./scores.tsx";

type ResultsProps = {
  readonly project: ProjectDetail;
  readonly choice: EvaluationChoice;
  readonly evaluation: Evaluation;
  readonly onShow: (show: "other" | undefined) => void;
};

/** The figures: of both systems what compares them, then of one what it is made of. */
export function Results({ project, choice, evaluation, onShow }: ResultsProps) {
  const { predicted, other } = evaluation;
  const shownOf = (system: SystemFigures, chosen: EvaluationChoice): Shown => ({
    project,
    choice: chosen,
    evaluation,
    system,
    fileName: (part) => `${project.slug}-${system.layer}-${part}`.replace(/[^\p{L}\p{N}._-]+/gu, "-"),
  });
  const first = shownOf(predicted, choice);
  if (!other) {
    return (
      <ShownProvider value={first}>
        <Headline />
        <Details />
      </ShownProvider>
    );
  }
  const tabs = [
    { value: "predicted", shown: shownOf(predicted, { ...choice, vs: undefined }) },
    { value: "other", shown: shownOf(other, ofOther(choice)) },
  ] as const;
  return (
    <>
      <ShownProvider value={first}>
        <Headline />
      </ShownProvider>
      <Tabs.Root
        value={choice.show ?? "predicted"}
        onValueChange={(value: (typeof tabs)[number]["value"]) =>
          onShow(value === "other" ? value : undefined)
        }
      >
        <Tabs.List className={tabListClass} aria-label={t("Whose figures")}>
          {tabs.map(({ value, shown }) => (
            <Tabs.Tab key={value} value={value} className={tabClass}>
              {shown.system.layer}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ value, shown }) => (
          <Tabs.Panel key={value} value={value} className="flex flex-col gap-6 pt-6">
            <ShownProvider value={shown}>
              <Details />
            </ShownProvider>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </>
  );
}

function Details() {
  return (
    <>
      <Notes />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Errors />
        <Confusion />
      </div>
      <Labels />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <Scores />
          <Edges />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Projection />
          <Links />
          <Names />
          <Compatibility />
        </div>
      </div>
      <Confidence />
    </>
  );
}

/** What of the segments is not in the figures, or counts in a way one might not expect. */
function Notes() {
  const { withoutAnnotation, otherText, layer } = useShown().system;
  if (withoutAnnotation + otherText === 0) return null;
  return (
    <ul className="flex flex-col gap-1 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
      {withoutAnnotation > 0 && (
        <li>
          <FigureLink drill={{ kind: "without_annotation" }} count={withoutAnnotation} className="text-warn">
            {plural(withoutAnnotation, "segment")}
          </FigureLink>
          {t("without an annotation in {{layer}}: they count as segments without entities.", { layer })}
        </li>
      )}
      {otherText > 0 && (
        <li>
          <FigureLink drill={{ kind: "other_text" }} count={otherText} className="text-warn">
            {plural(otherText, "segment")}
          </FigureLink>
          {t(
            "with another translation in {{layer}}: left out where places in the translation are compared.",
            { layer },
          )}
        </li>
      )}
    </ul>
  );
}

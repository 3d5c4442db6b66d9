import type { OptionValues, ProjectDetail } from "@spanbridge/shared/contracts";
import { labelSchema } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { nextColour } from "../../../ui/palette.ts";
import { Select } from "../../../ui/select.tsx";
import { isMappable, readTargets, unknownLabels, withTarget } from "../label-map.ts";
import type { FoundLabel } from "../scan/messages.ts";

type LabelsProps = {
  readonly project: ProjectDetail;
  readonly found: readonly FoundLabel[];
  readonly options: OptionValues;
  readonly onChange: (options: OptionValues) => void;
};

const OPEN = "?";
const LEFT_OUT = "-";

/** What becomes of the file's labels that the project has not: one of its own, a new one, or nothing. */
export function Labels({ project, found, options, onChange }: LabelsProps) {
  const add = useMutation(
    trpc.projects.setLabels.mutationOptions({
      onSuccess: (changed) =>
        queryClient.setQueryData(trpc.projects.get.queryKey({ project: changed.slug }), changed),
    }),
  );
  const known = new Set(project.labels.map(({ name }) => name));
  const unknown = unknownLabels(found, known);
  if (unknown.length === 0) return null;
  const targets = readTargets(options);
  const addable = unknown.filter(
    ({ name }) => !targets.get(name) && labelSchema.shape.name.safeParse(name).success,
  );
  const addLabels = (names: readonly string[]) => {
    const labels = [...project.labels];
    for (const name of names) {
      labels.push({
        name,
        colour: nextColour(labels.map(({ colour }) => colour)),
        hotkey: "",
        description: "",
      });
    }
    add.mutate({ project: project.slug, labels, renames: {} });
  };
  const choices = [
    { value: OPEN, label: t("Not decided: rows with it are bad") },
    ...project.labels.map(({ name }) => ({ value: `=${name}`, label: name })),
    { value: LEFT_OUT, label: t("Leave these entities out") },
  ];
  return (
    <Section
      title={t("Labels that the project has not")}
      actions={
        addable.length > 1 && (
          <Button
            size="sm"
            disabled={add.isPending}
            onClick={() => addLabels(addable.map(({ name }) => name))}
          >
            {t("Add all {{length}} to the project", { length: addable.length })}
          </Button>
        )
      }
    >
      <ul aria-label={t("Unknown labels")} className="divide-y divide-line">
        {unknown.map((label) => {
          const { name, times } = label;
          const target = targets.get(name) ?? null;
          const value = target === null ? OPEN : target.kind === "label" ? `=${target.name}` : LEFT_OUT;
          return (
            <li
              key={name}
              className="grid items-center gap-x-3 gap-y-2 px-4 py-2 sm:grid-cols-[1fr_18rem_12rem]"
            >
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">
                {name === "" ? "(empty)" : name}{" "}
                <span className="font-normal text-ink-muted text-sm">{plural(times, "time")}</span>
              </span>
              {isMappable(label) && (
                <Select
                  label={t("What becomes of {{name}}", { name })}
                  className="w-full sm:col-start-2"
                  options={choices}
                  value={value}
                  onChange={(chosen) =>
                    onChange(
                      withTarget(
                        options,
                        name,
                        chosen === OPEN
                          ? null
                          : chosen === LEFT_OUT
                            ? { kind: "left_out" }
                            : { kind: "label", name: chosen.slice(1) },
                      ),
                    )
                  }
                />
              )}
              {addable.includes(label) && (
                <Button
                  size="sm"
                  className="min-w-0 sm:col-start-3"
                  disabled={add.isPending}
                  onClick={() => addLabels([name])}
                >
                  <span className="truncate">{t("Add {{name}} to the project", { name })}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {add.error && <FormError>{failureOf(add.error).message}</FormError>}
    </Section>
  );
}

import type { Conventions, CountryRule, ProjectDetail } from "@spanbridge/shared/contracts";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { Field } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { toast } from "../../ui/toast.ts";
import { SaveBar } from "./save-bar.tsx";
import { useUpdateProject } from "./use-update-project.ts";

/** In what annotators differ. The offline engine goes by it from the next run on. */
export function ConventionsSection({ project }: { readonly project: ProjectDetail }) {
  const [changes, setChanges] = useState<Partial<Conventions>>({});
  const update = useUpdateProject();
  const now = { ...project.conventions, ...changes };
  const dirty = JSON.stringify(now) !== JSON.stringify(project.conventions);
  const set = (part: Partial<Conventions>): void => setChanges((before) => ({ ...before, ...part }));

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!dirty || update.isPending) return;
    update.mutate(
      { project: project.slug, data: { conventions: now } },
      {
        onSuccess: () => {
          setChanges({});
          toast(t("Saved"), { kind: "good", id: "settings" });
        },
      },
    );
  };

  return (
    <Section
      title={t("Conventions")}
      subtitle={t("In what annotators differ. The offline engine goes by it, from the next run on.")}
    >
      <form noValidate onSubmit={save} className="flex flex-col gap-5 p-5">
        <RadioCards<CountryRule>
          label={t("Names of countries")}
          value={now.countries}
          onChange={(countries) => set({ countries })}
          options={[
            {
              value: "auto",
              name: t("As is usual in the language"),
              description: t("What annotators of the source's language were seen to do."),
            },
            {
              value: "place",
              name: t("Always a place"),
              description: t("Also where the country acts: “China announced …”."),
            },
            {
              value: "translation",
              name: t("By use"),
              description: t("The label that the entity of the translation has."),
            },
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <LabelSelect
            name={t("Label of places")}
            project={project}
            value={now.placeLabel}
            onChange={(placeLabel) => set({ placeLabel })}
          />
          <LabelSelect
            name={t("Label of a country that acts")}
            project={project}
            value={now.bodyLabel}
            onChange={(bodyLabel) => set({ bodyLabel })}
          />
        </div>
        <SwitchField
          label={t("Mark names in brackets too")}
          hint={t("The name in the translation's letters, in brackets behind the name itself.")}
          checked={now.glosses}
          onChange={(glosses) => set({ glosses })}
        />
        <SwitchField
          label={t("Mark every mention")}
          hint={t("Further places in the sentence where a name that was found stands.")}
          checked={now.repeats}
          onChange={(repeats) => set({ repeats })}
        />
        <SwitchField
          label={t("Mark countries that the translation does not mark")}
          hint={t("Where annotators of the language do so.")}
          checked={now.unprompted}
          onChange={(unprompted) => set({ unprompted })}
        />
        <Field label={t("How sure the engine must be to take a place")} className="max-w-xs">
          <Select
            value={String(now.threshold)}
            options={thresholds(now.threshold)}
            onChange={(value) => set({ threshold: Number(value) })}
          />
        </Field>
        {update.error && <FormError>{failureOf(update.error).message}</FormError>}
        <SaveBar dirty={dirty} busy={update.isPending} onDiscard={() => setChanges({})} />
      </form>
    </Section>
  );
}

/** More entities with more mistakes, or fewer of both. One that was set by a script stays on offer. */
const thresholds = (current: number) =>
  [...new Set([0.15, 0.32, 0.5, 0.7, current])]
    .sort((a, b) => a - b)
    .map((value) => ({ value: String(value), label: `${Math.round(value * 100)} %` }));

type LabelSelectProps = {
  readonly name: string;
  readonly project: ProjectDetail;
  readonly value: string;
  readonly onChange: (label: string) => void;
};

function LabelSelect({ name, project, value, onChange }: LabelSelectProps) {
  const names = [...new Set([...project.labels.map((label) => label.name), value])];
  return (
    <Field label={name}>
      <Select value={value} options={names.map((label) => ({ value: label, label }))} onChange={onChange} />
    </Field>
  );
}

import type { Conventions, CountryRule, EdgeRule, ProjectDetail } from "@spanbridge/shared/contracts";
import { type FormEvent, type ReactNode, useState } from "react";
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

/** Read the same in every interface. */
const EXAMPLES = { titles: "Frau Merkel", numerals: "Karl III." };

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
        <SwitchField
          label={t("Mark peoples and adjectives of countries")}
          hint={t("“American”, “Germans”: otherwise they are left open.")}
          checked={now.demonyms}
          onChange={(demonyms) => set({ demonyms })}
        />
        <fieldset className="grid gap-4 sm:grid-cols-3">
          <legend className="sr-only">{t("What stands beside a name")}</legend>
          <EdgeSelect
            name={t("Titles of persons")}
            example={<span lang="de">{EXAMPLES.titles}</span>}
            value={now.titles}
            onChange={(titles) => set({ titles })}
          />
          <EdgeSelect
            name={t("Words for kinds of places")}
            example={t("In Chinese, Japanese and Korean.")}
            value={now.classNouns}
            onChange={(classNouns) => set({ classNouns })}
          />
          <EdgeSelect
            name={t("Numerals of rulers")}
            example={<span lang="de">{EXAMPLES.numerals}</span>}
            value={now.numerals}
            onChange={(numerals) => set({ numerals })}
          />
        </fieldset>
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

type EdgeSelectProps = {
  readonly name: string;
  /** A name with it, or where it is known. */
  readonly example: ReactNode;
  readonly value: EdgeRule;
  readonly onChange: (rule: EdgeRule) => void;
};

function EdgeSelect({ name, example, value, onChange }: EdgeSelectProps) {
  return (
    <Field label={name} hint={example}>
      <Select
        value={value}
        options={[
          { value: "auto", label: t("As the engine finds it") },
          { value: "in", label: t("Part of the name") },
          { value: "out", label: t("Not part of it") },
        ]}
        onChange={onChange}
      />
    </Field>
  );
}

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

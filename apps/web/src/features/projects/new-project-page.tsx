import { createProjectSchema } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page } from "../../ui/page.tsx";
import { SampleList } from "../welcome/index.ts";
import { LabelPresetChoice } from "./label-preset-choice.tsx";
import { labelPresets } from "./label-presets.ts";
import { LanguageCombobox } from "./language-combobox.tsx";

type Fields = { readonly name: string; readonly sourceLang: string; readonly pivotLang: string };
type Errors = { readonly [field in keyof Fields]?: string };

/** What is wrong with each field, in words; empty when nothing is. */
function errorsOf(fields: Fields): Errors {
  const { error } = createProjectSchema.safeParse(fields);
  const first = (field: keyof Fields) => error?.issues.find(({ path }) => path[0] === field)?.message;
  const [name, sourceLang, pivotLang] = [first("name"), first("sourceLang"), first("pivotLang")];
  return {
    ...(name ? { name } : {}),
    ...(sourceLang ? { sourceLang: t("Choose the language of the source text.") } : {}),
    ...(pivotLang ? { pivotLang: t("Choose the language of the translation.") } : {}),
    ...(fields.sourceLang !== "" && fields.sourceLang === fields.pivotLang
      ? { pivotLang: t("The translation is in another language than the source.") }
      : {}),
  };
}

export function NewProjectPage() {
  const navigate = useNavigate();
  const [fields, setFields] = useState<Fields>({ name: "", sourceLang: "", pivotLang: "en" });
  const [preset, setPreset] = useState("universal");
  const [tried, setTried] = useState(false);
  const create = useMutation(
    trpc.projects.create.mutationOptions({
      onSuccess: async (project) => {
        queryClient.setQueryData(trpc.projects.get.queryKey({ project: project.slug }), project);
        void queryClient.invalidateQueries(trpc.projects.list.pathFilter());
        await navigate({ to: "/projects/$project/import", params: { project: project.slug } });
      },
    }),
  );
  const errors: Errors = tried ? errorsOf(fields) : {};
  const set = (field: keyof Fields) => (value: string) => setFields((now) => ({ ...now, [field]: value }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errorsOf(fields)).length > 0 || create.isPending) return;
    const labels = labelPresets.find(({ id }) => id === preset)?.labels ?? [];
    create.mutate({ ...fields, labels: [...labels] });
  };

  return (
    <Page
      title={t("New project")}
      subtitle={t("One project holds text in one language with its translation.")}
      width="md"
    >
      <form
        noValidate
        onSubmit={submit}
        className="flex flex-col gap-5 rounded-lg border border-line bg-surface p-5 shadow-sm"
      >
        <TextField
          label={t("Name")}
          value={fields.name}
          onChange={set("name")}
          error={errors.name}
          placeholder={t("e.g. News, Thai to English")}
          maxLength={120}
          required
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <LanguageCombobox
            label={t("Source language")}
            value={fields.sourceLang}
            onChange={set("sourceLang")}
            error={errors.sourceLang}
          />
          <LanguageCombobox
            label={t("Translated into")}
            value={fields.pivotLang}
            onChange={set("pivotLang")}
            error={errors.pivotLang}
          />
        </div>
        <LabelPresetChoice value={preset} onChange={setPreset} />
        {create.error && <FormError>{failureOf(create.error).message}</FormError>}
        <div className="flex justify-end gap-2">
          <Link to="/" className={buttonClass("quiet")}>
            {t("Cancel")}
          </Link>
          <Button type="submit" variant="primary" busy={create.isPending}>
            {t("Create and import data")}
          </Button>
        </div>
      </form>
      <SampleList
        title={t("Or begin with real text")}
        subtitle={t("Samples that come with Spanbridge.")}
        onlyMissing
      />
    </Page>
  );
}

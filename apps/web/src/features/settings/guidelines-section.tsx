import { Tabs } from "@base-ui/react/tabs";
import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { TextArea } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Markdown } from "../../ui/markdown.tsx";
import { Section } from "../../ui/page.tsx";
import { tabClass, tabListClass } from "../../ui/tabs.ts";
import { toast } from "../../ui/toast.ts";
import { SaveBar } from "./save-bar.tsx";
import { useUpdateProject } from "./use-update-project.ts";

const MAX = 200_000;

export function GuidelinesSection({ project }: { readonly project: ProjectDetail }) {
  const [draft, setDraft] = useState<string | null>(null);
  const update = useUpdateProject();
  const text = draft ?? project.guidelines;
  const dirty = text !== project.guidelines;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!dirty || update.isPending) return;
    update.mutate(
      { project: project.slug, data: { guidelines: text } },
      {
        onSuccess: () => {
          setDraft(null);
          toast(t("Saved"), { kind: "good", id: "settings" });
        },
      },
    );
  };

  return (
    <Section title={t("Guidelines")} subtitle={t("What annotators read beside the text, in Markdown.")}>
      <form noValidate onSubmit={save} className="flex flex-col gap-4 p-5">
        <Tabs.Root defaultValue="write">
          <Tabs.List className={tabListClass}>
            <Tabs.Tab value="write" className={tabClass}>
              {t("Write")}
            </Tabs.Tab>
            <Tabs.Tab value="preview" className={tabClass}>
              {t("Preview")}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="write" className="pt-3">
            <TextArea
              label={t("Guidelines")}
              hideLabel
              value={text}
              onChange={setDraft}
              rows={18}
              maxLength={MAX}
              placeholder={"## People\nMark the name, not the title: *Dr.* **Kori Schulman**."}
              spellCheck
            />
          </Tabs.Panel>
          <Tabs.Panel value="preview" className="min-h-96 pt-3">
            {text.trim() === "" ? (
              <p className="text-ink-muted">{t("Nothing written yet.")}</p>
            ) : (
              <Markdown text={text} />
            )}
          </Tabs.Panel>
        </Tabs.Root>
        {update.error && <FormError>{failureOf(update.error).message}</FormError>}
        <SaveBar dirty={dirty} busy={update.isPending} onDiscard={() => setDraft(null)} />
      </form>
    </Section>
  );
}

import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { Plus, Tags } from "lucide-react";
import { type FormEvent, useState } from "react";
import { v4 } from "uuid";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { EmptyState } from "../../ui/state.tsx";
import { toast } from "../../ui/toast.ts";
import {
  changeDraft,
  draftOf,
  errorsOf,
  type LabelChange,
  type LabelDraft,
  rowNamedIn,
  sameLabels,
  submissionOf,
} from "./label-draft.ts";
import { LabelRow } from "./label-row.tsx";
import { SaveBar } from "./save-bar.tsx";
import { keepProject } from "./use-update-project.ts";

export function LabelsSection({ project }: { readonly project: ProjectDetail }) {
  const [changed, setChanged] = useState<readonly LabelDraft[] | null>(null);
  const [tried, setTried] = useState(false);
  const save = useMutation(trpc.projects.setLabels.mutationOptions({ onSuccess: keepProject }));

  const draft = changed ?? draftOf(project.labels);
  const dirty = changed !== null && !sameLabels(changed, project.labels);
  const errors = errorsOf(draft);
  const refusal = save.error ? failureOf(save.error).message : undefined;
  const refusedRow = refusal ? rowNamedIn(draft, refusal) : undefined;
  const renames = Object.entries(submissionOf(draft).renames);

  const change = (what: LabelChange) => {
    save.reset();
    setChanged(changeDraft(draft, what));
  };
  const discard = () => {
    save.reset();
    setTried(false);
    setChanged(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!dirty || errors.size > 0 || save.isPending) return;
    save.mutate(
      { project: project.slug, ...submissionOf(draft) },
      {
        onSuccess: () => {
          discard();
          toast(t("Saved"), { kind: "good", id: "settings" });
        },
      },
    );
  };

  return (
    <Section
      title={t("Labels")}
      subtitle={t("In the order of the review screen. A key sets the label of the selected span.")}
      actions={
        <Button size="sm" onClick={() => change({ kind: "add", key: v4() })}>
          <Plus aria-hidden className="size-3.5" />
          {t("Add a label")}
        </Button>
      }
    >
      <form noValidate onSubmit={submit}>
        {draft.length === 0 ? (
          <EmptyState icon={Tags} title={t("No labels yet")}>
            {t("Add those your data uses before you import: spans with other labels are refused.")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {draft.map((label, index) => (
              <LabelRow
                key={label.key}
                label={label}
                first={index === 0}
                last={index === draft.length - 1}
                errors={tried || label.original !== null ? errors.get(label.key) : undefined}
                refusal={refusedRow === label.key ? refusal : undefined}
                onChange={change}
              />
            ))}
          </ul>
        )}
        <div className="flex flex-col gap-3 border-line border-t p-4">
          {renames.length > 0 && (
            <p className="text-ink-muted text-sm">
              {t("Spans follow:")}{" "}
              {renames.map(([from, to]) => t("{{from}} becomes {{to}}", { from, to: to || "…" })).join(", ")}.
            </p>
          )}
          {refusal && !refusedRow && <FormError>{refusal}</FormError>}
          {tried && errors.size > 0 && (
            <FormError>
              {t("{{need}} a correction first.", { need: plural(errors.size, "label needs", "labels need") })}
            </FormError>
          )}
          <SaveBar dirty={dirty} busy={save.isPending} onDiscard={discard} />
        </div>
      </form>
    </Section>
  );
}

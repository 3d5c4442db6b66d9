import { directionOf } from "@spanbridge/shared";
import type { BulkAction, BulkPreview, ProjectDetail, QueueFilter } from "@spanbridge/shared/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useState } from "react";
import { failureOf } from "../../../../app/failure.ts";
import { trpc } from "../../../../app/trpc.ts";
import { Button } from "../../../../ui/button.tsx";
import { Dialog, DialogActions } from "../../../../ui/dialog.tsx";
import { Field } from "../../../../ui/field.tsx";
import { scriptClass } from "../../../../ui/fonts.ts";
import { plural } from "../../../../ui/format.ts";
import { t } from "../../../../ui/i18n/t.ts";
import { Select } from "../../../../ui/select.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import { tellDone } from "./done.ts";

export type BulkKind = BulkAction["kind"];

const words: Readonly<
  Record<BulkKind, { readonly title: string; readonly verb: string; readonly description: string }>
> = {
  accept: {
    title: t("Accept what no signal touches"),
    verb: t("Accept"),
    description: t("Pending segments of this queue in which nothing asks for a look."),
  },
  assign: {
    title: t("Assign these segments"),
    verb: t("Assign"),
    description: t("Everybody can still open them; the queue can be filtered by whose they are."),
  },
  reset: {
    title: t("Set back to pending"),
    verb: t("Set back"),
    description: t("Decided and skipped segments of this queue. Their spans and links stay as they are."),
  },
};

const NOBODY = "nobody";

type BulkDialogProps = {
  readonly project: ProjectDetail;
  readonly filter: QueueFilter;
  readonly kind: BulkKind;
  readonly onClose: () => void;
};

/** Shows what would change, how many and which, before it is done. */
export function BulkDialog({ project, filter, kind, onClose }: BulkDialogProps) {
  const [assignee, setAssignee] = useState(NOBODY);
  const action: BulkAction =
    kind === "assign" ? { kind, assignee: assignee === NOBODY ? null : assignee.slice(1) } : { kind };
  const { title, verb, description } = words[kind];
  const asked: BulkAction = kind === "assign" ? { kind, assignee: null } : { kind };
  const preview = useQuery({
    ...trpc.queue.previewBulk.queryOptions({ project: project.slug, filter, action: asked }),
    staleTime: 0,
    gcTime: 0,
  });
  const apply = useMutation(
    trpc.queue.applyBulk.mutationOptions({
      onSuccess: (result) => {
        onClose();
        tellDone(project.slug, kind, result);
      },
    }),
  );
  const error = preview.error ?? apply.error;
  const count = preview.data?.count ?? 0;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
      {kind === "assign" && <Assignee project={project.slug} value={assignee} onChange={setAssignee} />}
      {preview.data ? (
        <Examples project={project} preview={preview.data} />
      ) : (
        !error && <Skeleton className="h-24" />
      )}
      {error && (
        <p role="alert" className="mt-3 text-bad">
          {failureOf(error).message}
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button
          variant="primary"
          disabled={count === 0}
          busy={apply.isPending}
          onClick={() => apply.mutate({ project: project.slug, filter, action })}
        >
          {count === 0 ? verb : `${verb} ${plural(count, "segment")}`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type AssigneeProps = {
  readonly project: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Assignee({ project, value, onChange }: AssigneeProps) {
  const { data: members = [] } = useQuery(trpc.members.list.queryOptions({ project }));
  return (
    <Field label={t("To")} className="mb-4">
      <Select
        label={t("To")}
        value={value}
        options={[
          { value: NOBODY, label: t("Nobody") },
          ...members.map(({ id, name }) => ({ value: `=${id}`, label: name })),
        ]}
        onChange={onChange}
      />
    </Field>
  );
}

function Examples({ project, preview }: { readonly project: ProjectDetail; readonly preview: BulkPreview }) {
  const { count, examples } = preview;
  if (count === 0) return <p>{t("There is none in this queue.")}</p>;
  const more = count - examples.length;
  return (
    <>
      <p className="font-medium">{plural(count, "segment")}</p>
      <ul className="mt-2 flex flex-col gap-1 rounded-md border border-line p-2">
        {examples.map(({ number, externalId, preview: text, sourceLang }) => (
          <li key={number} className="flex min-w-0 items-baseline gap-2">
            <span className="max-w-32 shrink-0 truncate text-ink-muted text-xs">{externalId}</span>
            <Preview language={sourceLang ?? project.sourceLang} text={text} />
          </li>
        ))}
        {more > 0 && (
          <li className="text-ink-muted text-sm">
            {t("and {{more}}", { more: plural(more, "more", "more") })}
          </li>
        )}
      </ul>
    </>
  );
}

function Preview({ language, text }: { readonly language: string; readonly text: string }) {
  return (
    <span
      lang={language}
      dir={directionOf(language)}
      className={clsx("script-font grow truncate", scriptClass(language))}
    >
      {text}
    </span>
  );
}

import { type AnnotationSignal, annotationSignals, type ReviewState } from "@spanbridge/shared";
import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { trpc } from "../../../app/trpc.ts";
import { Field } from "../../../ui/field.tsx";
import { plural } from "../../../ui/format.ts";
import { nameOfLanguage, t } from "../../../ui/i18n/t.ts";
import { stateFaces } from "../../../ui/review-state.tsx";
import { Select, type SelectOption } from "../../../ui/select.tsx";
import type { EvaluationChoice } from "../choice.ts";

const NONE = "";
const ALL = t("all documents");
const states: readonly ReviewState[] = ["accepted", "rejected", "skipped", "pending"];
const signalNames: Record<AnnotationSignal, string> = {
  not_projected: t("Not projected"),
  unlinked_source: t("Not linked"),
  labels_differ: t("Labels differ"),
  low_confidence: t("Low confidence"),
  counts_differ: t("Counts differ"),
};

type ChoiceFormProps = {
  readonly project: ProjectDetail;
  readonly choice: EvaluationChoice;
  readonly onChange: (choice: EvaluationChoice) => void;
};

/** Which layers, and of which segments. */
export function ChoiceForm({ project, choice, onChange }: ChoiceFormProps) {
  const layer = ({ name, annotations }: ProjectDetail["layers"][number]): SelectOption<string> => ({
    value: name,
    label: name,
    content: (
      <span>
        {name} <span className="text-ink-muted text-sm">{plural(annotations, "segment")}</span>
      </span>
    ),
  });
  const all = project.layers.map(layer);
  const others = project.layers.filter(({ name }) => name !== choice.pred && name !== choice.gold).map(layer);
  return (
    <search
      aria-label={t("What is compared")}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 shadow-sm print:hidden"
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field label={t("What counts as right")}>
          <Select options={all} value={choice.gold} onChange={(gold) => onChange({ ...choice, gold })} />
        </Field>
        <Field label={t("Scored")}>
          <Select options={all} value={choice.pred} onChange={(pred) => onChange({ ...choice, pred })} />
        </Field>
        <Field label={t("Compared with")}>
          <Select
            options={[{ value: NONE, label: t("Nothing") }, ...others]}
            value={others.some(({ value }) => value === choice.vs) ? (choice.vs ?? NONE) : NONE}
            onChange={(vs) => onChange({ ...choice, vs: vs === NONE ? undefined : vs, show: undefined })}
          />
        </Field>
        <Field label={t("Entities of")}>
          <Select
            options={[
              { value: "source", label: t("The source") },
              { value: "pivot", label: t("The translation") },
            ]}
            value={choice.side ?? "source"}
            onChange={(side) => onChange({ ...choice, side: side === "source" ? undefined : side })}
          />
        </Field>
      </div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <DocumentSelect project={project.slug} choice={choice} onChange={onChange} />
        {project.languages.length > 1 && (
          <Toggles
            legend={t("Languages")}
            options={project.languages.map((value) => ({ value, name: nameOfLanguage(value) }))}
            values={choice.language ?? []}
            onChange={(language) => onChange({ ...choice, language })}
          />
        )}
        <Toggles
          legend={t("Labels")}
          options={project.labels.map(({ name }) => ({ value: name, name }))}
          values={choice.label ?? []}
          onChange={(label) => onChange({ ...choice, label })}
        />
        <Toggles
          legend={t("States")}
          options={states.map((state) => ({ value: state, name: stateFaces[state].name }))}
          values={choice.state ?? []}
          onChange={(state) => onChange({ ...choice, state })}
        />
        <Toggles
          legend={t("Signals")}
          options={annotationSignals.map((signal) => ({ value: signal, name: signalNames[signal] }))}
          values={choice.signal ?? []}
          onChange={(signal) => onChange({ ...choice, signal })}
        />
      </div>
    </search>
  );
}

function DocumentSelect({
  project,
  choice,
  onChange,
}: Omit<ChoiceFormProps, "project"> & { readonly project: string }) {
  const { data: documents = [] } = useQuery(trpc.documents.list.queryOptions({ project }));
  if (documents.length < 2) return null;
  return (
    <Field label={t("Document")} className="w-48">
      <Select
        options={[
          { value: ALL, label: t("All documents") },
          ...documents.map(({ name }) => ({ value: `=${name}`, label: name || t("(no document)") })),
        ]}
        value={choice.document === undefined ? ALL : `=${choice.document}`}
        onChange={(value) => onChange({ ...choice, document: value === ALL ? undefined : value.slice(1) })}
      />
    </Field>
  );
}

type TogglesProps<T extends string> = {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly values: readonly T[];
  readonly onChange: (values: T[] | undefined) => void;
};

/** Any of several; none pressed means all. */
function Toggles<T extends string>({ legend, options, values, onChange }: TogglesProps<T>) {
  const toggle = (value: T): void => {
    const next = options
      .map((option) => option.value)
      .filter((one) => (one === value ? !values.includes(one) : values.includes(one)));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-medium text-sm">
        {legend} {values.length === 0 && <span className="font-normal text-ink-muted">{t("all")}</span>}
      </legend>
      <div className="flex flex-wrap gap-1">
        {options.map(({ value, name }) => (
          <button
            key={value}
            type="button"
            aria-pressed={values.includes(value)}
            onClick={() => toggle(value)}
            className={clsx(
              "h-7 rounded-md border px-2 text-sm transition-colors",
              values.includes(value)
                ? "border-accent bg-accent-soft font-medium text-accent-ink"
                : "border-control/60 bg-surface hover:bg-hover",
            )}
          >
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

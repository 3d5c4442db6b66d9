import { Popover } from "@base-ui/react/popover";
import { annotationSignals, type QueueSignal, queueSignals } from "@spanbridge/shared";
import { type ProjectDetail, type QueueFilter, queueOrders } from "@spanbridge/shared/contracts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { SlidersHorizontal } from "lucide-react";
import { trpc } from "../../../../app/trpc.ts";
import { CheckboxList } from "../../../../ui/checkbox-list.tsx";
import { Field } from "../../../../ui/field.tsx";
import { formatNumber } from "../../../../ui/format.ts";
import { nameOfLanguage, t } from "../../../../ui/i18n/t.ts";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { LabelBadge } from "../../../../ui/label-badge.tsx";
import { popupClass } from "../../../../ui/popup.ts";
import { Select } from "../../../../ui/select.tsx";
import { SwitchField } from "../../../../ui/switch-field.tsx";
import { orderWords, signalWords } from "./words.ts";

type MoreFiltersProps = {
  readonly project: ProjectDetail;
  readonly filter: QueueFilter;
  readonly onChange: (filter: QueueFilter) => void;
};

/** Order and everything else one can look for; what is chosen stands in the address, so that it can be shared. */
export function MoreFilters(props: MoreFiltersProps) {
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <IconButton icon={SlidersHorizontal} label={t("Order and more filters")} className="ms-auto" />
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="start" sideOffset={6} collisionPadding={8} className="z-40">
          <Popover.Popup aria-label={t("Order and more filters")} className={clsx(popupClass, "w-80 p-3!")}>
            <Fields {...props} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const ANY_LANGUAGE = "";

function Fields({ project, filter, onChange }: MoreFiltersProps) {
  const set = (part: Partial<QueueFilter>): void => onChange({ ...filter, ...part });
  const { data } = useQuery({
    ...trpc.queue.signals.queryOptions({ project: project.slug, filter: { ...filter, signals: undefined } }),
    placeholderData: keepPreviousData,
  });
  const counts = new Map(data?.map(({ signal, segments }) => [signal, segments]));
  // What engines may record is a long list: of it, what some segment carries.
  const rare = (signal: QueueSignal): boolean => !annotationSignals.some((one) => one === signal);
  const offered = queueSignals.filter(
    (signal) => !rare(signal) || counts.has(signal) || filter.signals?.includes(signal),
  );
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("Order")}>
        <Select
          label={t("Order")}
          value={filter.order ?? "number"}
          options={queueOrders.map((value) => ({ value, label: orderWords[value] }))}
          onChange={(order) => set({ order })}
        />
      </Field>
      <SwitchField
        label={t("The text is a regular expression")}
        hint={t("For example ^奥巴马|总统$")}
        checked={filter.regex ?? false}
        onChange={(on) => set({ regex: on ? true : undefined })}
      />
      <Field label={t("Look for the text in")}>
        <Select
          label={t("Look for the text in")}
          value={filter.side ?? "all"}
          options={[
            { value: "all", label: t("Both texts and the id") },
            { value: "source", label: t("The source") },
            { value: "pivot", label: t("The translation") },
          ]}
          onChange={(side) => set({ side: side === "all" ? undefined : side })}
        />
      </Field>
      {project.languages.length > 1 && (
        <Field label={t("Language of the source")}>
          <Select
            label={t("Language of the source")}
            value={filter.language ?? ANY_LANGUAGE}
            options={[
              { value: ANY_LANGUAGE, label: t("Any") },
              ...project.languages.map((value) => ({ value, label: nameOfLanguage(value) })),
            ]}
            onChange={(language) => set({ language: language === ANY_LANGUAGE ? undefined : language })}
          />
        </Field>
      )}
      <CheckboxList
        label={t("Worth a look because")}
        className="flex flex-col"
        values={filter.signals ?? []}
        options={offered.map((value) => ({
          value,
          content: (
            <span className="flex min-w-0 grow items-baseline gap-2">
              {signalWords[value]}
              <span className="ms-auto text-ink-muted text-xs tabular-nums">
                {formatNumber(counts.get(value) ?? 0)}
              </span>
            </span>
          ),
        }))}
        onChange={(signals) => set({ signals: [...signals], worth: undefined })}
      />
      <SwitchField
        label={t("Nothing asks for a look")}
        checked={filter.worth === false}
        onChange={(on) => set({ worth: on ? false : undefined, signals: undefined })}
      />
      {project.labels.length > 0 && (
        <CheckboxList
          label={t("With a span labelled")}
          className="flex flex-wrap gap-x-4"
          values={filter.labels ?? []}
          options={project.labels.map(({ name, colour }) => ({
            value: name,
            content: <LabelBadge name={name} colour={colour} />,
          }))}
          onChange={(labels) => set({ labels: [...labels] })}
        />
      )}
      <Field label={t("The machine's lowest confidence")}>
        <Select
          label={t("The machine's lowest confidence")}
          value={String(filter.confidenceBelow ?? "any")}
          options={[
            { value: "any", label: t("Any") },
            ...["0.9", "0.75", "0.5", "0.25"].map((value) => ({
              value,
              label: t("Below {{value}} %", { value: Math.round(Number(value) * 100) }),
            })),
          ]}
          onChange={(value) => set({ confidenceBelow: value === "any" ? undefined : Number(value) })}
        />
      </Field>
      <People project={project.slug} filter={filter} set={set} />
    </div>
  );
}

type PeopleProps = {
  readonly project: string;
  readonly filter: QueueFilter;
  readonly set: (part: Partial<QueueFilter>) => void;
};

const ANYBODY = "anybody";
const NOBODY = "nobody";

function People({ project, filter, set }: PeopleProps) {
  const { data: members = [] } = useQuery(trpc.members.list.queryOptions({ project }));
  const people = members.map(({ id, name }) => ({ value: `=${id}`, label: name }));
  const idOf = (value: string): string => value.slice(1);
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={t("Decided by")}>
        <Select
          label={t("Decided by")}
          value={filter.decidedBy === undefined ? ANYBODY : `=${filter.decidedBy}`}
          options={[{ value: ANYBODY, label: t("Anybody") }, ...people]}
          onChange={(value) => set({ decidedBy: value === ANYBODY ? undefined : idOf(value) })}
        />
      </Field>
      <Field label={t("Assigned to")}>
        <Select
          label={t("Assigned to")}
          value={
            filter.assignee === undefined ? ANYBODY : filter.assignee === "" ? NOBODY : `=${filter.assignee}`
          }
          options={[
            { value: ANYBODY, label: t("Anybody") },
            { value: NOBODY, label: t("Nobody") },
            ...people,
          ]}
          onChange={(value) =>
            set({ assignee: value === ANYBODY ? undefined : value === NOBODY ? "" : idOf(value) })
          }
        />
      </Field>
    </div>
  );
}

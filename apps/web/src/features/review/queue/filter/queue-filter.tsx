import { type ReviewState, reviewStates } from "@spanbridge/shared";
import type { ProjectDetail, QueueFilter } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { Flag } from "lucide-react";
import type { Ref } from "react";
import { trpc } from "../../../../app/trpc.ts";
import { t } from "../../../../ui/i18n/t.ts";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { stateFaces } from "../../../../ui/review-state.tsx";
import { Select } from "../../../../ui/select.tsx";
import { Chosen } from "./chosen.tsx";
import { MoreFilters } from "./more-filters.tsx";
import { TextFilter } from "./text-filter.tsx";

type QueueFilterBarProps = {
  readonly project: ProjectDetail;
  readonly filter: QueueFilter;
  readonly onChange: (filter: QueueFilter) => void;
  readonly inputRef: Ref<HTMLInputElement>;
};

const ALL = t("all documents");
export function QueueFilterBar({ project, filter, onChange, inputRef }: QueueFilterBarProps) {
  const toggle = (state: ReviewState): void => {
    const states = filter.states.includes(state)
      ? filter.states.filter((other) => other !== state)
      : [...filter.states, state];
    onChange({ ...filter, states });
  };
  return (
    <search aria-label={t("Filter the queue")} className="flex flex-col gap-1.5 border-line border-b p-2">
      <TextFilter
        text={filter.text ?? ""}
        onChange={(text) => onChange({ ...filter, text: text || undefined })}
        inputRef={inputRef}
      />
      <div className="flex items-center gap-0.5 *:min-w-6 *:shrink">
        {reviewStates.map((state) => (
          <IconButton
            key={state}
            icon={stateFaces[state].icon}
            label={t("Only {{value}}", { value: stateFaces[state].name.toLowerCase() })}
            aria-pressed={filter.states.includes(state)}
            onClick={() => toggle(state)}
          />
        ))}
        <IconButton
          icon={Flag}
          label={t("Only flagged")}
          aria-pressed={filter.flagged === true}
          onClick={() => onChange({ ...filter, flagged: filter.flagged ? undefined : true })}
        />
        <MoreFilters project={project} filter={filter} onChange={onChange} />
      </div>
      <Chosen project={project} filter={filter} onChange={onChange} />
      <DocumentFilter project={project.slug} filter={filter} onChange={onChange} />
    </search>
  );
}

type DocumentFilterProps = Pick<QueueFilterBarProps, "filter" | "onChange"> & { readonly project: string };

function DocumentFilter({ project, filter, onChange }: DocumentFilterProps) {
  const { data: documents = [] } = useQuery(trpc.documents.list.queryOptions({ project }));
  if (documents.length < 2) return null;
  const options = [
    { value: ALL, label: t("All documents") },
    ...documents.map(({ name }) => ({ value: `=${name}`, label: name || t("(no document)") })),
  ];
  return (
    <Select
      label={t("Document")}
      options={options}
      value={filter.document === undefined ? ALL : `=${filter.document}`}
      onChange={(value) => onChange({ ...filter, document: value === ALL ? undefined : value.slice(1) })}
    />
  );
}

import type { ProjectDetail, QueueFilter } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { trpc } from "../../../../app/trpc.ts";
import { t } from "../../../../ui/i18n/t.ts";
import { partsOf } from "./words.ts";

type ChosenProps = {
  readonly project: ProjectDetail;
  readonly filter: QueueFilter;
  readonly onChange: (filter: QueueFilter) => void;
};

/** What is filtered by at this moment, each to be taken away by one click: a filter nobody sees is a trap. */
export function Chosen({ project, filter, onChange }: ChosenProps) {
  const named = filter.decidedBy !== undefined || Boolean(filter.assignee);
  const { data: members = [] } = useQuery({
    ...trpc.members.list.queryOptions({ project: project.slug }),
    enabled: named,
  });
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? "somebody";
  const parts = partsOf(filter, nameOf);
  if (parts.length === 0) return null;
  return (
    <ul aria-label={t("Filtered by")} className="flex flex-wrap gap-1">
      {parts.map(({ key, words, without }) => (
        <li key={key} className="min-w-0 max-w-full">
          <button
            type="button"
            aria-label={t("Remove the filter: {{words}}", { words })}
            className="inline-flex h-6 max-w-full items-center gap-1 rounded-full bg-accent-soft px-2 text-accent-ink text-xs hover:bg-pressed"
            onClick={() => onChange(without)}
          >
            <span className="truncate">{words}</span>
            <X aria-hidden className="size-3 shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  );
}

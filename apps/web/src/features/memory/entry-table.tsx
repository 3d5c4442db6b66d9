import type { MemoryEntry, MemoryOrigin, ProjectDetail } from "@spanbridge/shared/contracts";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { formatNumber } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { LabelBadge } from "../../ui/label-badge.tsx";
import { ScriptText } from "../../ui/script-text.tsx";
import { EditEntry } from "./edit-entry.tsx";
import { Uses } from "./uses.tsx";

const origins: Record<MemoryOrigin, string> = {
  review: "learnt",
  import: "imported",
  person: t("by hand"),
  wikipedia: t("Wikipedia"),
};

type EntryTableProps = {
  readonly project: ProjectDetail;
  readonly entries: readonly MemoryEntry[];
  readonly mayEdit: boolean;
  /** Removing and merging are for managers. */
  readonly mayChoose: boolean;
  readonly chosen: readonly MemoryEntry[];
  readonly onChoose: (chosen: readonly MemoryEntry[]) => void;
};

export function EntryTable({ project, entries, mayEdit, mayChoose, chosen, onChoose }: EntryTableProps) {
  const [edited, setEdited] = useState<MemoryEntry>();
  const [used, setUsed] = useState<MemoryEntry>();
  const colours = new Map(project.labels.map(({ name, colour }) => [name, colour]));
  const isChosen = ({ id }: MemoryEntry): boolean => chosen.some((one) => one.id === id);
  const toggle = (entry: MemoryEntry) =>
    onChoose(isChosen(entry) ? chosen.filter(({ id }) => id !== entry.id) : [...chosen, entry]);
  return (
    <div className="overflow-x-auto">
      <table className="w-full [&_th]:text-start">
        <thead className="border-line border-b text-ink-muted text-sm">
          <tr>
            {mayChoose && (
              <th className="w-10 px-4 py-2">
                <span className="sr-only">{t("Chosen")}</span>
              </th>
            )}
            <th className="px-4 py-2 font-medium">{t("English")}</th>
            <th className="px-4 py-2 font-medium">{t("Source")}</th>
            <th className="px-4 py-2 font-medium">{t("Label")}</th>
            <th className="px-4 py-2 font-medium">{t("Used in")}</th>
            <th className="px-4 py-2 font-medium">{t("From")}</th>
            {mayEdit && (
              <th className="w-12 px-4 py-2">
                <span className="sr-only">{t("Edit")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {entries.map((entry) => (
            <tr key={entry.id}>
              {mayChoose && (
                <td className="px-4 py-1.5">
                  <input
                    type="checkbox"
                    className="size-4"
                    aria-label={t("Choose {{pivot}}", { pivot: entry.pivot })}
                    checked={isChosen(entry)}
                    onChange={() => toggle(entry)}
                  />
                </td>
              )}
              <td className="px-4 py-1.5" lang={project.pivotLang}>
                {entry.pivot}
              </td>
              <td className="px-4 py-1.5">
                <ScriptText language={project.sourceLang}>{entry.source}</ScriptText>
              </td>
              <td className="px-4 py-1.5">
                {entry.label !== "" && (
                  <LabelBadge name={entry.label} colour={colours.get(entry.label) ?? 0} />
                )}
              </td>
              <td className="px-4 py-1.5 tabular-nums">
                {entry.uses === 0 ? (
                  <span className="text-ink-muted">0</span>
                ) : (
                  <button
                    type="button"
                    className="min-h-6 rounded-sm px-1 text-accent-ink underline underline-offset-2"
                    onClick={() => setUsed(entry)}
                  >
                    {formatNumber(entry.uses)}
                    <span className="sr-only">{t("segments with {{pivot}}", { pivot: entry.pivot })}</span>
                  </button>
                )}
              </td>
              <td className="px-4 py-1.5 text-ink-muted text-sm">
                {entry.reference === "" ? (
                  origins[entry.origin]
                ) : (
                  <a
                    href={entry.reference}
                    target="_blank"
                    rel="noreferrer"
                    className="text-accent-ink underline underline-offset-2"
                  >
                    {origins[entry.origin]}
                    <span className="sr-only">: {entry.source}</span>
                  </a>
                )}
              </td>
              {mayEdit && (
                <td className="px-4 py-1.5">
                  <IconButton
                    size="sm"
                    icon={Pencil}
                    label={t("Edit {{pivot}}", { pivot: entry.pivot })}
                    onClick={() => setEdited(entry)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {edited && (
        <EditEntry key={edited.id} project={project} entry={edited} onClose={() => setEdited(undefined)} />
      )}
      {used && <Uses project={project.slug} entry={used} onClose={() => setUsed(undefined)} />}
    </div>
  );
}

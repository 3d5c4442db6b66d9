import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../../app/trpc.ts";
import { CheckboxList } from "../../../ui/checkbox-list.tsx";
import { TextField } from "../../../ui/field.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";

/** So many are listed at once; the rest is found by typing. */
const LISTED = 500;
const SEARCHABLE = 12;

type DocumentChoiceProps = {
  readonly project: string;
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (documents: readonly string[]) => void;
};

export function DocumentChoice({ project, chosen, disabled, onChange }: DocumentChoiceProps) {
  const { data: documents = [] } = useQuery(trpc.documents.list.queryOptions({ project }));
  const [query, setQuery] = useState("");
  if (documents.length < 2) return null;
  const wanted = query.trim().toLowerCase();
  const found = documents.filter(({ name }) => name.toLowerCase().includes(wanted));
  const listed = found.slice(0, LISTED);
  const shown = new Set(listed.map(({ name }) => name));
  return (
    <div className="flex flex-col gap-2">
      {documents.length > SEARCHABLE && (
        <TextField
          label={t("Find documents")}
          type="search"
          value={query}
          onChange={setQuery}
          placeholder={t("Part of a name")}
          disabled={disabled}
        />
      )}
      <CheckboxList
        label={t("Documents")}
        hint={
          chosen.length === 0
            ? t("None ticked: all.")
            : t("{{length}} ticked.", { length: formatNumber(chosen.length) })
        }
        className="grid max-h-52 grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 overflow-y-auto rounded-md border border-line px-3 py-1.5"
        disabled={disabled}
        values={chosen.filter((name) => shown.has(name))}
        options={listed.map(({ name, segments }) => ({
          value: name,
          content: (
            <span className="flex min-w-0 items-baseline gap-2">
              <span className="truncate">{name === "" ? <i>{t("Without a document")}</i> : name}</span>
              <span className="text-ink-muted text-sm tabular-nums">{formatNumber(segments)}</span>
            </span>
          ),
        }))}
        onChange={(values) => onChange([...chosen.filter((name) => !shown.has(name)), ...values])}
      />
      {found.length > LISTED && (
        <p className="text-ink-muted text-sm">
          {t("{{value}} more: type a part of their names.", { value: formatNumber(found.length - LISTED) })}
        </p>
      )}
      {found.length === 0 && <p className="text-ink-muted text-sm">{t("No document of that name.")}</p>}
    </div>
  );
}

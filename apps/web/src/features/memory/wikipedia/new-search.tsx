import { type ProjectDetail, type WikipediaSource, wikipediaSources } from "@spanbridge/shared/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { nameOfLanguage, said, t } from "../../../ui/i18n/t.ts";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { Select } from "../../../ui/select.tsx";
import { sourceWords } from "./words.ts";

/** Which names, how many that are, and the start. */
export function NewSearch({ project: { slug: project, languages } }: { readonly project: ProjectDetail }) {
  const [source, setSource] = useState<WikipediaSource>("open");
  const [language, setLanguage] = useState(languages[0]);
  const selection = { project, source, language };
  const { data, error } = useQuery(trpc.wikipedia.preview.queryOptions(selection));
  const start = useMutation(
    trpc.wikipedia.start.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.wikipedia.list.queryFilter({ project })),
    }),
  );
  const failure = start.error ?? error;
  return (
    <div className="flex flex-col gap-4 p-5">
      <RadioCards
        label={t("Which names")}
        value={source}
        onChange={setSource}
        options={wikipediaSources.map((value) => ({ value, ...sourceWords(value) }))}
      />
      {languages.length > 1 && language !== undefined && (
        <Field label={t("Language of the source")}>
          <Select
            label={t("Language of the source")}
            value={language}
            options={languages.map((value) => ({ value, label: nameOfLanguage(value) }))}
            onChange={setLanguage}
          />
        </Field>
      )}
      {data?.obstacle && <p className="rounded-md bg-warn-soft px-3 py-2 text-sm">{said(data.obstacle)}</p>}
      {failure && <FormError>{failureOf(failure).message}</FormError>}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-h-11 min-w-0 grow basis-80 text-sm" aria-live="polite">
          {data && (
            <>
              <p>
                {t("{{names}} names to look for in the Wikipedia “{{wiki}}”", {
                  names: formatNumber(data.names),
                  wiki: data.wiki,
                })}
              </p>
              <p className="line-clamp-2 text-ink-muted" lang="en">
                {data.first.join(", ")}
                {data.names > data.first.length && " …"}
              </p>
            </>
          )}
        </div>
        <Button
          variant="primary"
          busy={start.isPending}
          disabled={!data || data.names === 0 || data.obstacle !== null}
          onClick={() => start.mutate(selection)}
        >
          <Search aria-hidden className="size-4" />
          {t("Look them up")}
        </Button>
      </div>
    </div>
  );
}

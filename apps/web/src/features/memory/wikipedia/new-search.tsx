import { type WikipediaSource, wikipediaSources } from "@spanbridge/shared/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { sourceWords } from "./words.ts";

/** Which names, how many that are, and the start. */
export function NewSearch({ project }: { readonly project: string }) {
  const [source, setSource] = useState<WikipediaSource>("open");
  const { data, error } = useQuery(trpc.wikipedia.preview.queryOptions({ project, source }));
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
          onClick={() => start.mutate({ project, source })}
        >
          <Search aria-hidden className="size-4" />
          {t("Look them up")}
        </Button>
      </div>
    </div>
  );
}

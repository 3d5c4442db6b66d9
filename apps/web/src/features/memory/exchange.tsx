import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { Download, FileUp, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc, trpcClient } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { formatNumber, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { saveText } from "../../ui/save-file.ts";
import { toast } from "../../ui/toast.ts";
import { EditEntry } from "./edit-entry.tsx";

type ExchangeProps = {
  readonly project: string;
  readonly mayEdit: boolean;
  /** Imports are for managers. */
  readonly mayImport: boolean;
};

/** Brings lines of `english TAB source TAB label` in, and takes them out. */
export function Exchange({ project, mayEdit, mayImport }: ExchangeProps) {
  const { data: detail } = useSuspenseQuery(trpc.projects.get.queryOptions({ project }));
  const [adding, setAdding] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const bringIn = useMutation(
    trpc.memory.import.mutationOptions({
      onSuccess: ({ added, known, problems }) => {
        const [problem] = problems;
        toast(
          t("{{pairs}} added, {{known}} known", { pairs: plural(added, "pair"), known: formatNumber(known) }),
          {
            kind: problems.length > 0 ? "bad" : "good",
            ...(problem && {
              description: `${plural(problems.length, "line")} left out; line ${problem.line}: ${problem.message}`,
            }),
          },
        );
      },
      onError: (error) =>
        toast(t("The file could not be read"), { description: failureOf(error).message, kind: "bad" }),
      onSettled: () => queryClient.invalidateQueries(trpc.memory.pathFilter()),
    }),
  );
  const takeOut = useMutation({
    mutationFn: () => trpcClient.memory.export.query({ project }),
    onSuccess: ({ tsv }) => saveText(tsv, `${project}-memory.tsv`, "text/tab-separated-values"),
    onError: (error) =>
      toast(t("Memory could not be exported"), { description: failureOf(error).message, kind: "bad" }),
  });
  return (
    <>
      {mayEdit && (
        <Button onClick={() => setAdding(true)}>
          <Plus aria-hidden className="size-4" />
          {t("Add a pair")}
        </Button>
      )}
      {mayImport && (
        <>
          <Button busy={bringIn.isPending} onClick={() => input.current?.click()}>
            <FileUp aria-hidden className="size-4" />
            {t("Import TSV")}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".tsv,.txt,text/tab-separated-values,text/plain"
            aria-label={t("TSV file")}
            className="hidden"
            onChange={async ({ target }) => {
              const file = target.files?.[0];
              target.value = "";
              if (file) bringIn.mutate({ project, tsv: await file.text() });
            }}
          />
        </>
      )}
      <Button busy={takeOut.isPending} onClick={() => takeOut.mutate()}>
        <Download aria-hidden className="size-4" />
        {t("Export TSV")}
      </Button>
      {adding && <EditEntry project={detail} onClose={() => setAdding(false)} />}
    </>
  );
}

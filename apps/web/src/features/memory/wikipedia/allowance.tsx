import type { WikipediaSettings } from "@spanbridge/shared/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { SwitchField } from "../../../ui/switch-field.tsx";
import { toast } from "../../../ui/toast.ts";

/** Whether names may leave this machine, and who asks; an owner decides that for the whole installation. */
export function Allowance() {
  const { data } = useQuery(trpc.wikipedia.settings.queryOptions());
  const [draft, setDraft] = useState<WikipediaSettings>();
  const save = useMutation(
    trpc.wikipedia.setSettings.mutationOptions({
      onSuccess: (settings) => {
        queryClient.setQueryData(trpc.wikipedia.settings.queryKey(), settings);
        setDraft(undefined);
        toast(t("Saved"), { kind: "good" });
      },
      onSettled: () => queryClient.invalidateQueries(trpc.wikipedia.preview.pathFilter()),
    }),
  );
  const value = draft ?? data;
  if (!value) return null;
  const change = (part: Partial<WikipediaSettings>) => setDraft({ ...value, ...part });
  return (
    <form
      className="flex flex-col gap-4 border-line border-t p-5"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(value);
      }}
    >
      <SwitchField
        label={t("Names may be sent to Wikipedia")}
        hint={t("For the whole installation. Only names are sent, never texts.")}
        checked={value.allowed}
        onChange={(allowed) => change({ allowed })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("Contact")}
          hint={t("Wikipedia wants to know who asks: an address of mail or of a page.")}
          value={value.contact}
          onChange={(contact) => change({ contact })}
          placeholder="you@example.org"
        />
        <TextField
          label={t("Address")}
          hint={t("With {lang} where the language stands.")}
          value={value.apiBase}
          onChange={(apiBase) => change({ apiBase })}
          spellCheck={false}
        />
      </div>
      {save.error && <FormError>{failureOf(save.error).message}</FormError>}
      <div className="flex justify-end">
        <Button type="submit" disabled={draft === undefined} busy={save.isPending}>
          {t("Save")}
        </Button>
      </div>
    </form>
  );
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.ts";

/** Where text may be sent to beside this machine; an owner decides that for the whole installation. */
export function Hosts() {
  const { data } = useQuery(trpc.runs.hosts.queryOptions());
  const [draft, setDraft] = useState<string>();
  const save = useMutation(
    trpc.runs.setHosts.mutationOptions({
      onSuccess: (hosts) => {
        queryClient.setQueryData(trpc.runs.hosts.queryKey(), hosts);
        setDraft(undefined);
        toast(t("Saved"), { kind: "good" });
      },
    }),
  );
  const value = draft ?? data?.origins.join("\n") ?? "";
  return (
    <Section
      title={t("Allowed addresses")}
      subtitle={t(
        "Runs may send text to this machine's own endpoints, and to the addresses below. For the whole installation.",
      )}
      className="flex flex-col gap-3 p-5"
    >
      <TextArea
        label={t("Addresses, one a line")}
        value={value}
        onChange={setDraft}
        hint={t("Such as https://llm.example.org")}
        spellCheck={false}
      />
      {save.error && <FormError>{failureOf(save.error).message}</FormError>}
      <div className="flex justify-end">
        <Button
          disabled={draft === undefined}
          busy={save.isPending}
          onClick={() => save.mutate({ origins: value.split(/\s+/u).filter((line) => line !== "") })}
        >
          {t("Save addresses")}
        </Button>
      </div>
    </Section>
  );
}

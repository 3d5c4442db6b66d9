import { type CreatedApiKey, createApiKeySchema } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Field, TextField } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { Select } from "../../ui/select.tsx";

const lives = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "never", label: t("Never") },
] as const;
type Life = (typeof lives)[number]["value"];

export function NewKey() {
  const [name, setName] = useState("");
  const [life, setLife] = useState<Life>("90");
  const [tried, setTried] = useState(false);
  const create = useMutation(
    trpc.keys.create.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.keys.list.queryFilter()),
    }),
  );
  const { error } = createApiKeySchema.shape.name.safeParse(name);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (error || create.isPending) return;
    create.mutate(
      { name, days: life === "never" ? null : Number(life) },
      {
        onSuccess: () => {
          setName("");
          setTried(false);
        },
      },
    );
  };

  return (
    <Section title={t("Make a key")}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4 p-5">
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <TextField
            label={t("What is it for?")}
            value={name}
            onChange={setName}
            placeholder={t("Nightly export")}
            error={tried ? error?.issues[0]?.message : undefined}
            maxLength={80}
          />
          <Field label={t("Expires")}>
            <Select<Life> options={lives} value={life} onChange={setLife} />
          </Field>
        </div>
        {create.error && <FormError>{failureOf(create.error).message}</FormError>}
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={create.isPending}>
            {t("Make a key")}
          </Button>
        </div>
      </form>
      {create.data && <MadeKey made={create.data} />}
    </Section>
  );
}

/** The key is told once; the server keeps only a hash of it. */
function MadeKey({ made: { name, key, expiresAt } }: { readonly made: CreatedApiKey }) {
  return (
    <div role="status" className="m-5 mt-0 rounded-md bg-good-soft p-4">
      <p className="font-medium">{t("The key “{{name}}”", { name })}</p>
      <p className="mb-2 text-sm">
        {t("Copy it now: it is not shown again.")}{" "}
        {expiresAt === null
          ? t("It never expires.")
          : t("It works until {{expiresAt}}.", { expiresAt: formatDateTime(expiresAt) })}{" "}
        {t("Whoever has it may do what you may do.")}
      </p>
      <div className="flex items-center gap-1 rounded-md border border-line bg-surface py-1 pe-1 ps-3">
        <code dir="ltr" className="min-w-0 grow select-all truncate font-mono text-sm">
          {key}
        </code>
        <CopyButton text={key} label={t("Copy the key")} />
      </div>
    </div>
  );
}

import type { FineTuning } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";
import { type Chosen, draftFrom, type FineTuningDraft, settingsOf } from "./draft.ts";

type FormProps = {
  readonly project: string;
  readonly snapshot: string;
  readonly chosen: Chosen | null;
  readonly known: readonly FineTuning[];
};

export function FineTuningForm({ project, snapshot, chosen, known }: FormProps) {
  const [draft, setDraft] = useState(() => draftFrom(known));
  const [tried, setTried] = useState(false);
  const start = useMutation(
    trpc.fineTuning.start.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.fineTuning.list.queryFilter({ project })),
    }),
  );
  if (!chosen) {
    return (
      <p className="p-5 text-ink-muted">
        {t("Choose “chat messages (OpenAI)” as the kind of training data above to send it to an endpoint.")}
      </p>
    );
  }
  const made = settingsOf(draft, chosen);
  const problems = tried && "problems" in made ? made.problems : {};
  const field = (name: keyof FineTuningDraft, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={draft[name]}
      onChange={(value) => setDraft((before) => ({ ...before, [name]: value }))}
      error={problems[name]}
      spellCheck={false}
      {...((name === "epochs" || name === "seed") && { inputMode: "numeric" })}
    />
  );
  return (
    <form
      noValidate
      className="flex flex-col gap-5 p-5"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if ("settings" in made) start.mutate({ project, snapshot, settings: made.settings });
      }}
    >
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
        {field(
          "baseUrl",
          t("Address"),
          t("Of the endpoint. It must be this machine's or one that an owner has allowed on the runs page."),
        )}
        {field("baseModel", t("Model to start from"), t("As the endpoint names it."))}
        {field(
          "apiKeyEnv",
          t("Key variable"),
          t(
            "Name of the server's environment variable that holds the key. The key itself never leaves the server.",
          ),
        )}
        {field("suffix", t("Name of the new model"), t("Becomes a part of its name. May be empty."))}
        {field("epochs", t("Epochs"), t("Empty: as the endpoint likes."))}
        {field("seed", t("Seed"), t("Empty: none is sent."))}
      </div>
      {problems.stages && <FormError>{problems.stages}</FormError>}
      {start.error && <FormError>{failureOf(start.error).message}</FormError>}
      <Button type="submit" busy={start.isPending} className="self-end">
        <Send aria-hidden className="size-4" />
        {t("Send and train")}
      </Button>
    </form>
  );
}

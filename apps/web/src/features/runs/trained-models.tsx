import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../app/trpc.ts";
import { Field } from "../../ui/field.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Select } from "../../ui/select.tsx";
import type { RunDraft } from "./draft.ts";

const NONE = "";

type TrainedModelsProps = {
  readonly project: string;
  readonly draft: RunDraft;
  readonly onChange: (change: Pick<RunDraft, "baseUrl" | "model" | "apiKeyEnv">) => void;
};

/** The models that were trained on this project's corrections; choosing one fills in where it is and which key it needs. */
export function TrainedModels({ project, draft, onChange }: TrainedModelsProps) {
  const { data } = useQuery(trpc.fineTuning.list.queryOptions({ project }));
  const models = (data ?? []).flatMap(({ id, model, state, snapshot, settings }) =>
    model !== null && state === "done" ? [{ id, model, snapshot, settings }] : [],
  );
  if (models.length === 0) return null;
  const chosen = models.find(
    ({ model, settings }) => model === draft.model && settings.baseUrl === draft.baseUrl,
  );
  return (
    <Field
      label={t("Trained on this project")}
      hint={t("Fills in the address, the model and the key variable.")}
    >
      <Select
        value={chosen?.id ?? NONE}
        options={[
          { value: NONE, label: t("Another model") },
          ...models.map(({ id, model, snapshot }) => ({ value: id, label: `${model} (${snapshot})` })),
        ]}
        onChange={(id) => {
          const found = models.find((each) => each.id === id);
          if (!found) onChange({ baseUrl: draft.baseUrl, model: "", apiKeyEnv: draft.apiKeyEnv });
          else {
            const { model, settings } = found;
            onChange({ baseUrl: settings.baseUrl, model, apiKeyEnv: settings.apiKeyEnv ?? "" });
          }
        }}
      />
    </Field>
  );
}

import type { ReactNode } from "react";
import { Field, TextField } from "../../ui/field.tsx";
import { t } from "../../ui/i18n/t.ts";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import type { RunDraft } from "./draft.ts";
import { TrainedModels } from "./trained-models.tsx";

type FormProps = { readonly draft: RunDraft; readonly onChange: (change: Partial<RunDraft>) => void };
type RunFormProps = FormProps & { readonly project: string };

/** Everything a run is configured by; what most people leave as it is stands in a part that opens. */
export function RunForm({ project, draft, onChange }: RunFormProps) {
  return (
    <div className="flex flex-col gap-5">
      <RadioCards
        label={t("Engine")}
        value={draft.engine}
        onChange={(engine) => onChange({ engine })}
        options={[
          {
            value: "eat",
            name: t("Language model"),
            description: t(
              "Translates, recognises entities, finds them in the source and checks the result.",
            ),
          },
          {
            value: "offline",
            name: t("Offline engine"),
            description: t(
              "Needs no model: finds entities that are in the translation already, and learns from what you accept.",
            ),
          },
        ]}
      />
      {draft.engine === "eat" && (
        <>
          <TrainedModels project={project} draft={draft} onChange={onChange} />
          <ModelFields draft={draft} onChange={onChange} />
        </>
      )}
      <div className="flex flex-col gap-3">
        <SwitchField
          label={t("Only segments that nobody has decided")}
          hint={t("What people have accepted or rejected is never changed either way.")}
          checked={draft.undecidedOnly}
          onChange={(undecidedOnly) => onChange({ undecidedOnly })}
        />
        <SwitchField
          label={t("Show the results in review")}
          hint={t("Where nobody has edited a segment yet.")}
          checked={draft.show}
          onChange={(show) => onChange({ show })}
        />
      </div>
    </div>
  );
}

const Row = ({ children }: { readonly children: ReactNode }) => (
  <div className="grid gap-4 sm:grid-cols-2">{children}</div>
);

function ModelFields({ draft, onChange }: FormProps) {
  return (
    <>
      <Row>
        <TextField
          label={t("Address")}
          value={draft.baseUrl}
          onChange={(baseUrl) => onChange({ baseUrl })}
          hint={t("Of an OpenAI-compatible endpoint, such as http://localhost:11434/v1.")}
          spellCheck={false}
        />
        <TextField
          label={t("Model")}
          value={draft.model}
          onChange={(model) => onChange({ model })}
          hint={t("As the endpoint names it.")}
          spellCheck={false}
        />
      </Row>
      <RadioCards
        label={t("Mode")}
        value={draft.mode}
        onChange={(mode) => onChange({ mode })}
        options={[
          {
            value: "compact",
            name: t("Compact"),
            description: t("One question a stage for the whole segment."),
          },
          {
            value: "faithful",
            name: t("Faithful"),
            description: t(
              "The published dialogue: several rounds, and one conversation an entity. Slower and dearer.",
            ),
          },
        ]}
      />
      <details className="rounded-md border border-line">
        <summary className="cursor-pointer px-3 py-2 font-medium">{t("More settings")}</summary>
        <div className="flex flex-col gap-4 border-line border-t p-3">
          <MoreFields draft={draft} onChange={onChange} />
        </div>
      </details>
    </>
  );
}

function MoreFields({ draft, onChange }: FormProps) {
  const number = (
    name:
      | "temperature"
      | "seed"
      | "concurrency"
      | "requestsPerMinute"
      | "timeoutSeconds"
      | "priceInput"
      | "priceOutput"
      | "examples",
    label: string,
    hint?: string,
  ) => (
    <TextField
      label={label}
      value={draft[name]}
      onChange={(value) => onChange({ [name]: value })}
      hint={hint}
      inputMode="decimal"
    />
  );
  return (
    <>
      <Row>
        <TextField
          label={t("Key variable")}
          value={draft.apiKeyEnv}
          onChange={(apiKeyEnv) => onChange({ apiKeyEnv })}
          hint={t(
            "Name of the server's environment variable that holds the key: SPANBRIDGE_LLM_KEY…. The key itself never leaves the server.",
          )}
          spellCheck={false}
        />
        <Field label={t("Form of the answers")}>
          <Select
            value={draft.output}
            onChange={(output) => onChange({ output })}
            options={[
              { value: "structured", label: t("By a JSON schema") },
              { value: "text", label: t("Asked for in words") },
            ]}
          />
        </Field>
        {number("temperature", t("Temperature"))}
        {number("seed", t("Seed"), t("Empty: none is sent."))}
        <Field label={t("Reasoning effort")}>
          <Select
            value={draft.reasoningEffort}
            onChange={(reasoningEffort) => onChange({ reasoningEffort })}
            options={[
              { value: "default", label: t("The model's own") },
              { value: "minimal", label: t("Minimal") },
              { value: "low", label: t("Low") },
              { value: "medium", label: t("Medium") },
              { value: "high", label: t("High") },
            ]}
          />
        </Field>
        {number("examples", t("Examples"), t("Accepted segments shown to the model, up to 8."))}
        {number("concurrency", t("Segments at a time"))}
        {number("requestsPerMinute", t("Requests a minute"), t("Empty: as fast as it goes."))}
        {number("timeoutSeconds", t("Timeout in seconds"))}
        <div className="grid grid-cols-2 gap-4">
          {number("priceInput", t("Price of input"), t("For a million tokens."))}
          {number("priceOutput", t("Price of output"))}
        </div>
      </Row>
      <SwitchField
        label={t("Keep translations that are there")}
        checked={draft.keepTranslation}
        onChange={(keepTranslation) => onChange({ keepTranslation })}
      />
      <SwitchField
        label={t("Keep entities of the translation that are there")}
        checked={draft.keepEntities}
        onChange={(keepEntities) => onChange({ keepEntities })}
      />
      <SwitchField
        label={t("Translate each place back and compare")}
        checked={draft.check}
        onChange={(check) => onChange({ check })}
      />
      <SwitchField
        label={t("Tell the model names from memory")}
        checked={draft.memory}
        onChange={(memory) => onChange({ memory })}
      />
    </>
  );
}

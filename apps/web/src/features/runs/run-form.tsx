import type { ReactNode } from "react";
import { Field, TextField } from "../../ui/field.tsx";
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
        label="Engine"
        value={draft.engine}
        onChange={(engine) => onChange({ engine })}
        options={[
          {
            value: "eat",
            name: "Language model",
            description: "Translates, recognises entities, finds them in the source and checks the result.",
          },
          {
            value: "offline",
            name: "Offline engine",
            description:
              "Needs no model: finds entities that are in the translation already, and learns from what you accept.",
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
          label="Only segments that nobody has decided"
          hint="What people have accepted or rejected is never changed either way."
          checked={draft.undecidedOnly}
          onChange={(undecidedOnly) => onChange({ undecidedOnly })}
        />
        <SwitchField
          label="Show the results in review"
          hint="Where nobody has edited a segment yet."
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
          label="Address"
          value={draft.baseUrl}
          onChange={(baseUrl) => onChange({ baseUrl })}
          hint="Of an OpenAI-compatible endpoint, such as http://localhost:11434/v1."
          spellCheck={false}
        />
        <TextField
          label="Model"
          value={draft.model}
          onChange={(model) => onChange({ model })}
          hint="As the endpoint names it."
          spellCheck={false}
        />
      </Row>
      <RadioCards
        label="Mode"
        value={draft.mode}
        onChange={(mode) => onChange({ mode })}
        options={[
          { value: "compact", name: "Compact", description: "One question a stage for the whole segment." },
          {
            value: "faithful",
            name: "Faithful",
            description:
              "The published dialogue: several rounds, and one conversation an entity. Slower and dearer.",
          },
        ]}
      />
      <details className="rounded-md border border-line">
        <summary className="cursor-pointer px-3 py-2 font-medium">More settings</summary>
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
          label="Key variable"
          value={draft.apiKeyEnv}
          onChange={(apiKeyEnv) => onChange({ apiKeyEnv })}
          hint="Name of the server's environment variable that holds the key: SPANBRIDGE_LLM_KEY…. The key itself never leaves the server."
          spellCheck={false}
        />
        <Field label="Form of the answers">
          <Select
            value={draft.output}
            onChange={(output) => onChange({ output })}
            options={[
              { value: "structured", label: "By a JSON schema" },
              { value: "text", label: "Asked for in words" },
            ]}
          />
        </Field>
        {number("temperature", "Temperature")}
        {number("seed", "Seed", "Empty: none is sent.")}
        <Field label="Reasoning effort">
          <Select
            value={draft.reasoningEffort}
            onChange={(reasoningEffort) => onChange({ reasoningEffort })}
            options={[
              { value: "default", label: "The model's own" },
              { value: "minimal", label: "Minimal" },
              { value: "low", label: "Low" },
              { value: "medium", label: "Medium" },
              { value: "high", label: "High" },
            ]}
          />
        </Field>
        {number("examples", "Examples", "Accepted segments shown to the model, up to 8.")}
        {number("concurrency", "Segments at a time")}
        {number("requestsPerMinute", "Requests a minute", "Empty: as fast as it goes.")}
        {number("timeoutSeconds", "Timeout in seconds")}
        <div className="grid grid-cols-2 gap-4">
          {number("priceInput", "Price of input", "For a million tokens.")}
          {number("priceOutput", "Price of output")}
        </div>
      </Row>
      <SwitchField
        label="Keep translations that are there"
        checked={draft.keepTranslation}
        onChange={(keepTranslation) => onChange({ keepTranslation })}
      />
      <SwitchField
        label="Keep entities of the translation that are there"
        checked={draft.keepEntities}
        onChange={(keepEntities) => onChange({ keepEntities })}
      />
      <SwitchField
        label="Translate each place back and compare"
        checked={draft.check}
        onChange={(check) => onChange({ check })}
      />
      <SwitchField
        label="Tell the model names from memory"
        checked={draft.memory}
        onChange={(memory) => onChange({ memory })}
      />
    </>
  );
}

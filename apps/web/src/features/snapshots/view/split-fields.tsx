import type { SnapshotInfo } from "@spanbridge/shared/contracts";
import { Field, TextField } from "../../../ui/field.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { Select } from "../../../ui/select.tsx";
import { SwitchField } from "../../../ui/switch-field.tsx";
import type { Draft, DraftErrors, SplitBy } from "../draft.ts";

const ways: readonly { readonly value: SplitBy; readonly name: string; readonly description: string }[] = [
  {
    value: "document",
    name: t("By document"),
    description: t("Each document is in one split as a whole. The fairest test of a model."),
  },
  {
    value: "segment",
    name: t("By segment"),
    description: t("Segments are drawn one by one; the same text stays together."),
  },
  {
    value: "field",
    name: t("By a field of the imported rows"),
    description: t("As the file said, e.g. its key “split” with train, dev (validation) and test."),
  },
  { value: "none", name: t("Not at all"), description: t("One set of segments.") },
];

type SplitFieldsProps = {
  readonly draft: Draft;
  readonly errors: DraftErrors;
  readonly earlier: readonly SnapshotInfo[];
  readonly onChange: (draft: Draft) => void;
};

/** How the snapshot is divided into training, development and test data. */
export function SplitFields({ draft, errors, earlier, onChange }: SplitFieldsProps) {
  const set = (field: keyof Draft) => (value: string) => onChange({ ...draft, [field]: value });
  const drawn = draft.by === "document" || draft.by === "segment";
  return (
    <>
      <RadioCards
        label={t("Split")}
        value={draft.by}
        options={ways}
        onChange={(by) => onChange({ ...draft, by })}
      />
      {drawn && (
        <>
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            {(["train", "dev", "test"] as const).map((split) => (
              <TextField
                key={split}
                label={t("Share of {{split}}", { split })}
                inputMode="decimal"
                value={draft[split]}
                onChange={set(split)}
                error={split === "train" ? errors.ratio : undefined}
              />
            ))}
            <TextField
              label={t("Seed")}
              inputMode="numeric"
              value={draft.seed}
              onChange={set("seed")}
              error={errors.seed}
            />
          </div>
          <SwitchField
            label={t("Labels in proportion in every split")}
            checked={draft.stratify}
            onChange={(stratify) => onChange({ ...draft, stratify })}
          />
          {earlier.length > 0 && (
            <Field
              label={t("Keep the splits of")}
              hint={t("What was test data there stays test data, so that scores can be compared.")}
            >
              <Select
                value={draft.keep}
                options={[
                  { value: "", label: t("no earlier snapshot") },
                  ...earlier.map(({ name }) => ({ value: name, label: name })),
                ]}
                onChange={set("keep")}
              />
            </Field>
          )}
        </>
      )}
      {draft.by === "field" && (
        <TextField
          label={t("Key of the imported rows")}
          value={draft.field}
          onChange={set("field")}
          error={errors.field}
        />
      )}
    </>
  );
}

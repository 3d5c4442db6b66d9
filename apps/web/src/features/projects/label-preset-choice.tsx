import { t } from "../../ui/i18n/t.ts";
import { LabelBadge } from "../../ui/label-badge.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { type LabelPreset, labelPresets } from "./label-presets.ts";

const SHOWN = 8;

type LabelPresetChoiceProps = { readonly value: string; readonly onChange: (id: string) => void };

export function LabelPresetChoice({ value, onChange }: LabelPresetChoiceProps) {
  return (
    <RadioCards
      label={t("Labels")}
      value={value}
      onChange={onChange}
      options={labelPresets.map((preset) => ({
        value: preset.id,
        name: preset.name,
        description: preset.description,
        detail: preset.labels.length > 0 && <Badges preset={preset} />,
      }))}
    />
  );
}

function Badges({ preset: { labels } }: { readonly preset: LabelPreset }) {
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5">
      {labels.slice(0, SHOWN).map((label) => (
        <LabelBadge key={label.name} name={label.name} colour={label.colour} />
      ))}
      {labels.length > SHOWN && (
        <span className="self-center text-ink-muted text-xs">
          {t("and")} {labels.length - SHOWN} {t("more")}
        </span>
      )}
    </span>
  );
}

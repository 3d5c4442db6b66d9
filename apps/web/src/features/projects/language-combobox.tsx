import { Combobox as Base } from "@base-ui/react/combobox";
import { clsx } from "clsx";
import { Check, ChevronsUpDown } from "lucide-react";
import { useMemo, useState } from "react";
import { controlClass, Field } from "../../ui/field.tsx";
import { nameOfLanguage, t } from "../../ui/i18n/t.ts";
import { itemClass, popupClass } from "../../ui/popup.ts";
import { findsLanguage, type LanguageChoice, listLanguages, typedLanguage } from "./languages.ts";

type LanguageComboboxProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** A BCP 47 tag, or empty. */
  readonly value: string;
  readonly onChange: (tag: string) => void;
};

export function LanguageCombobox({ label, hint, error, value, onChange }: LanguageComboboxProps) {
  const [query, setQuery] = useState("");
  const known = useMemo(listLanguages, []);
  const items = useMemo(() => {
    const typed = typedLanguage(query);
    const extra = [typed, value === "" ? undefined : { tag: value, name: nameOfLanguage(value) }];
    const missing = extra.filter(
      (choice): choice is LanguageChoice =>
        choice !== undefined && !known.some(({ tag }) => tag === choice.tag),
    );
    return [...missing, ...known];
  }, [known, query, value]);
  const chosen = items.find(({ tag }) => tag === value) ?? null;

  return (
    <Field label={label} hint={hint} error={error}>
      <Base.Root
        items={items}
        value={chosen}
        onValueChange={(choice) => onChange(choice?.tag ?? "")}
        onInputValueChange={setQuery}
        itemToStringLabel={({ name }: LanguageChoice) => name}
        isItemEqualToValue={(a: LanguageChoice, b: LanguageChoice) => a.tag === b.tag}
        filter={findsLanguage}
        autoHighlight
      >
        <Base.InputGroup className="relative">
          <Base.Input
            placeholder={t("Name or code, e.g. Thai or th")}
            className={clsx(controlClass, "w-full pe-8")}
          />
          <Base.Trigger
            aria-label={t("Show all languages")}
            className="absolute inset-y-0 end-0 grid w-8 place-items-center rounded-e-md text-ink-muted"
          >
            <ChevronsUpDown aria-hidden className="size-3.5" />
          </Base.Trigger>
        </Base.InputGroup>
        <Base.Portal>
          <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-hidden">
            <Base.Popup
              className={clsx(popupClass, "max-h-[min(20rem,var(--available-height))] w-(--anchor-width)")}
            >
              <Base.Empty>
                <p className="px-2 py-3 text-ink-muted text-sm empty:hidden">
                  {t("No language of that name. Its tag works too, e.g. zh-TW or arz.")}
                </p>
              </Base.Empty>
              <Base.List className="outline-hidden">
                {(choice: LanguageChoice) => (
                  <Base.Item key={choice.tag} value={choice} className={itemClass}>
                    <span className="grow">{choice.name}</span>
                    <span className="font-mono text-ink-muted text-xs">{choice.tag}</span>
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4" />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}

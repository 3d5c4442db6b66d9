import { clsx } from "clsx";
import { Search, X } from "lucide-react";
import { type Ref, useEffect, useState } from "react";
import { controlClass } from "../../../../ui/field.tsx";
import { t } from "../../../../ui/i18n/t.ts";
import { IconButton } from "../../../../ui/icon-button.tsx";

/** Long enough that a word is not searched letter by letter. */
const TYPING_MS = 250;

type TextFilterProps = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly inputRef: Ref<HTMLInputElement>;
};

export function TextFilter({ text, onChange, inputRef }: TextFilterProps) {
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  const [seen, setSeen] = useState(text);
  const [composing, setComposing] = useState(false);
  // The address changed by another way than by typing here: Back, a link, "show all".
  if (text !== seen) {
    setSeen(text);
    if (text !== sent) setTyped(text);
  }
  useEffect(() => {
    if (typed === text || composing) return;
    const timer = setTimeout(() => {
      setSent(typed);
      onChange(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, composing, onChange]);
  return (
    <div className="relative">
      <Search aria-hidden className="absolute top-2 start-2 size-4 text-ink-muted" />
      <input
        ref={inputRef}
        type="search"
        aria-label={t("Text in source, translation or id")}
        placeholder={t("Text or id")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        className={clsx(controlClass, "w-full pe-8 ps-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      {typed !== "" && (
        <IconButton
          icon={X}
          size="sm"
          label={t("Clear the text")}
          className="absolute top-1 end-1"
          onClick={() => onChange("")}
        />
      )}
    </div>
  );
}

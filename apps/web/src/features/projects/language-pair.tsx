import { ArrowRight } from "lucide-react";
import { nameOfLanguage, t } from "../../ui/i18n/t.ts";

type LanguagePairProps = { readonly source: string; readonly pivot: string };

/** "Chinese → English", with the tags in the tooltip. */
export function LanguagePair({ source, pivot }: LanguagePairProps) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-ink-muted" title={`${source} → ${pivot}`}>
      <span>{nameOfLanguage(source)}</span>
      <ArrowRight aria-label={t("to")} className="size-3.5 rtl:-scale-x-100" />
      <span>{nameOfLanguage(pivot)}</span>
    </p>
  );
}

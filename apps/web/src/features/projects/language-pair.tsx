import { languageName } from "@spanbridge/shared";
import { ArrowRight } from "lucide-react";

type LanguagePairProps = { readonly source: string; readonly pivot: string };

/** "Chinese → English", with the tags in the tooltip. */
export function LanguagePair({ source, pivot }: LanguagePairProps) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-ink-muted" title={`${source} → ${pivot}`}>
      <span>{languageName(source)}</span>
      <ArrowRight aria-label="to" className="size-3.5" />
      <span>{languageName(pivot)}</span>
    </p>
  );
}

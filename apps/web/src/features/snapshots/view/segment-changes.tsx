import { directionOf } from "@spanbridge/shared";
import type { Change, SegmentChange } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { ArrowRight } from "lucide-react";
import { useEffect } from "react";
import { Badge, type Tone } from "../../../ui/badge.tsx";
import { loadFontFor, scriptClass } from "../../../ui/fonts.ts";
import { t } from "../../../ui/i18n/t.ts";

const kinds: Record<SegmentChange["kind"], { readonly name: string; readonly tone: Tone }> = {
  added: { name: t("Added"), tone: "good" },
  removed: { name: t("Removed"), tone: "bad" },
  changed: { name: t("Changed"), tone: "accent" },
};

const subjects: Record<Change["what"], string> = {
  source_span: t("Source"),
  pivot_span: t("Translation"),
  link: t("Link"),
  absence: t("No counterpart"),
  translation: t("Text of the translation"),
  state: t("State"),
  split: t("Split"),
  document: t("Document"),
  other: t("Other"),
};

type SegmentChangesProps = {
  readonly project: string;
  /** Of the source text. */
  readonly language: string;
  readonly segments: readonly SegmentChange[];
};

/** Each segment opens in the review screen as it is now. */
export function SegmentChanges({ project, language, segments }: SegmentChangesProps) {
  useEffect(() => void loadFontFor(language), [language]);
  return (
    <ul>
      {segments.map(({ number, externalId, preview, kind, changes }) => (
        <li key={number} className="flex flex-col gap-1.5 border-line border-b px-4 py-3 last:border-b-0">
          <div className="flex min-w-0 items-center gap-3">
            <Badge tone={kinds[kind].tone}>{kinds[kind].name}</Badge>
            <Link
              to="/projects/$project/review/$segment"
              params={{ project, segment: number }}
              className="shrink-0 font-medium text-accent-ink hover:underline"
            >
              {externalId}
            </Link>
            <span
              lang={language}
              dir={directionOf(language)}
              className={clsx("script-font truncate text-base text-ink-muted", scriptClass(language))}
            >
              {preview}
            </span>
          </div>
          {changes.length > 0 && (
            <dl
              className={clsx(
                "script-font grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm",
                scriptClass(language),
              )}
            >
              {changes.map(({ what, before, after }) => (
                <div key={`${what} ${before} ${after}`} className="contents">
                  <dt className="text-ink-muted">{subjects[what]}</dt>
                  <dd className="flex min-w-0 flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]">
                    {what !== "other" && (
                      <span>{before ?? <i className="text-ink-muted">{t("nothing")}</i>}</span>
                    )}
                    {what !== "other" && (
                      <ArrowRight
                        aria-label={t("became")}
                        className="size-3.5 shrink-0 rtl:-scale-x-100 text-ink-muted"
                      />
                    )}
                    <span>{after ?? <i className="text-ink-muted">{t("nothing")}</i>}</span>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

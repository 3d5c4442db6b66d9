import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useEffect } from "react";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { loadFontFor, scriptClass } from "../../../ui/fonts.ts";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Wide } from "../../../ui/wide.tsx";
import type { ExportChoice } from "../options.ts";

/** The beginning of the file, as it will be. */
export function FilePreview({
  project,
  choice,
}: {
  readonly project: ProjectDetail;
  readonly choice: ExportChoice;
}) {
  const { slug, sourceLang } = project;
  useEffect(() => void loadFontFor(sourceLang), [sourceLang]);
  const options = {
    ...choice,
    states: [...choice.states],
    documents: [...choice.documents],
    languages: [...choice.languages],
  };
  const { data, error, isPlaceholderData } = useQuery(
    trpc.exports.preview.queryOptions({ project: slug, options }, { placeholderData: keepPreviousData }),
  );
  return (
    <Section
      title={t("The first lines")}
      subtitle={
        data && data.segments > 0
          ? t("{{segments}} of the file", { segments: plural(data.segments, "segment") })
          : undefined
      }
    >
      <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-60" : undefined}>
        {error && !data ? (
          <p className="p-4 text-ink-muted">{failureOf(error).message}</p>
        ) : !data ? (
          <div className="p-4">
            <Skeleton className="h-24" />
          </div>
        ) : data.text === null ? (
          <p className="p-4 text-ink-muted">
            {t("This format is no text: it opens in the programs it is for.")}
          </p>
        ) : data.segments === 0 ? (
          <p className="p-4 text-ink-muted">{t("No segment is chosen.")}</p>
        ) : (
          <Wide label={t("The first lines")}>
            <pre dir="ltr" className={clsx("script-font w-max p-4 text-sm", scriptClass(sourceLang))}>
              {data.text}
              {data.cut && "…"}
            </pre>
          </Wide>
        )}
      </div>
    </Section>
  );
}

import type { SnapshotPreview } from "@spanbridge/shared/contracts";
import { formatNumber, plural } from "../../../ui/format.ts";
import { nameOfLanguage, t } from "../../../ui/i18n/t.ts";
import { Wide } from "../../../ui/wide.tsx";
import { isDivided, splitTitle } from "../split-name.ts";

/** What each split holds: rows are splits, columns are counts and labels (source side and translation). */
export function CountsTable({ preview }: { readonly preview: SnapshotPreview }) {
  const { counts, languages, duplicates, unassigned } = preview;
  const divided = isDivided(counts);
  const labels = [...new Set(counts.flatMap((each) => each.labels.map(({ label }) => label)))];
  const head = "px-1.5 py-1.5 text-end font-medium text-ink-muted text-sm";
  const cell = "px-1.5 py-1.5 text-end tabular-nums";
  return (
    <div>
      <Wide label={t("Counts by split and label")}>
        <table className="w-full border-collapse text-base">
          <thead>
            <tr className="border-line border-b">
              <th scope="col" className="px-3 py-1.5 text-start font-medium text-ink-muted text-sm">
                {t("Split")}
              </th>
              {[t("Segments"), t("Documents"), t("Spans"), t("Links"), ...labels].map((name) => (
                <th key={name} scope="col" className={head}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((each) => (
              <tr key={each.split ?? "none"} className="border-line border-b last:border-b-0">
                <th scope="row" className="whitespace-nowrap px-3 py-1.5 text-start font-medium">
                  {splitTitle(each.split, divided)}
                </th>
                {[each.segments, each.documents, each.spans, each.links].map((value, index) => (
                  <td key={["segments", "documents", "spans", "links"][index]} className={cell}>
                    {formatNumber(value)}
                  </td>
                ))}
                {labels.map((label) => {
                  const found = each.labels.find((other) => other.label === label);
                  return (
                    <td key={label} className={`${cell} whitespace-nowrap`}>
                      {found ? `${formatNumber(found.source)} / ${formatNumber(found.pivot)}` : "–"}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <div className="flex flex-col gap-1 px-3 py-2 text-ink-muted text-sm">
        {labels.length > 0 && <p>{t("Labels: spans of the source / of the translation.")}</p>}
        {languages.length > 1 && (
          <p>
            {t("Languages:")}{" "}
            {languages
              .map(({ language, segments }) => `${nameOfLanguage(language)} ${formatNumber(segments)}`)
              .join(" · ")}
          </p>
        )}
        {duplicates > 0 && (
          <p>
            {plural(duplicates, "segment")} {duplicates === 1 ? "is" : "are"}{" "}
            {t("in no split, because the same text is in one that is held out.")}
          </p>
        )}
        {unassigned > 0 && (
          <p>
            {plural(unassigned, "segment")} {unassigned === 1 ? "is" : "are"}{" "}
            {t("in no split, because the field says nothing of")} {unassigned === 1 ? "it" : "them"}.
          </p>
        )}
      </div>
    </div>
  );
}

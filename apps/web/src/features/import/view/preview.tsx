import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { formatNumber, plural } from "../../../ui/format.ts";
import { HighlightedText } from "../../../ui/highlighted-text.tsx";
import { nameOfLanguage, t } from "../../../ui/i18n/t.ts";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { Section } from "../../../ui/page.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import type { Scan } from "../machine.ts";
import type { PreviewRow } from "../scan/messages.ts";

type PreviewProps = { readonly project: ProjectDetail; readonly scan: Scan };

/** The first rows that can go in, as they will look. */
export function Preview({ project, scan }: PreviewProps) {
  const { preview, done } = scan;
  if (done && preview.length === 0) return null;
  const shown = new Set(preview.flatMap(({ spans }) => spans.map(({ label }) => label)));
  return (
    <Section
      title={t("The first rows, as they will look")}
      actions={
        <ul aria-label={t("Labels")} className="flex flex-wrap gap-1.5">
          {project.labels
            .filter(({ name }) => shown.has(name))
            .map(({ name, colour }) => (
              <li key={name}>
                <LabelBadge name={name} colour={colour} />
              </li>
            ))}
        </ul>
      }
    >
      {preview.length === 0 ? (
        <div aria-busy className="p-4">
          <Skeleton className="h-48" />
        </div>
      ) : (
        <ol className="divide-y divide-line">
          {preview.map((row) => (
            <li key={row.row} className="px-4 py-3">
              <Row project={project} row={row} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Row({ project, row }: { readonly project: ProjectDetail; readonly row: PreviewRow }) {
  const colours = new Map(project.labels.map(({ name, colour }) => [name, colour]));
  const colourOf = (label: string) => colours.get(label);
  const side = (wanted: "source" | "pivot") => row.spans.filter((span) => span.side === wanted);
  return (
    <article>
      <h3 className="mb-1 flex flex-wrap gap-x-3 font-normal text-ink-muted text-xs tracking-normal">
        <span>{t("Row {{row}}", { row: formatNumber(row.row) })}</span>
        {row.id !== null && <span className="font-mono [overflow-wrap:anywhere]">{row.id}</span>}
        {row.document !== null && <span>{row.document}</span>}
        <span>
          {plural(row.spans.length, "span")}, {plural(row.links, "link")}
        </span>
      </h3>
      <div className="grid gap-x-6 gap-y-1 md:grid-cols-2">
        <div>
          <span className="sr-only">{nameOfLanguage(project.sourceLang)}: </span>
          <HighlightedText
            text={row.sourceText}
            spans={side("source")}
            language={project.sourceLang}
            colourOf={colourOf}
          />
        </div>
        <div>
          <span className="sr-only">{nameOfLanguage(project.pivotLang)}: </span>
          {row.pivotText === "" ? (
            <p className="text-ink-muted">{t("No translation")}</p>
          ) : (
            <HighlightedText
              text={row.pivotText}
              spans={side("pivot")}
              language={project.pivotLang}
              colourOf={colourOf}
            />
          )}
        </div>
      </div>
    </article>
  );
}

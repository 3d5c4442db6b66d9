import { importCodecs } from "@spanbridge/formats";
import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { nameOfLanguage, t } from "../../../ui/i18n/t.ts";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { Section } from "../../../ui/page.tsx";

const PAIR = `{"id":"n1","source_lang":"zh","source_text":"美國…","english_text":"The United States…",
 "english_entities":[{"id":"e1","start":4,"end":17,"label":"LOC"}],
 "source_entities":[{"id":"s1","start":0,"end":2,"label":"LOC"}],"links":[["e1","s1"]]}`;
const IOB2 = "# sent_id = n1\n# text = 美國…\n1\t美國\tB-LOC\n2\t…\tO";

const others = importCodecs.filter(({ id }) => id !== "pairs" && id !== "iob2");

/** What can be imported here. */
export function Formats({ project }: { readonly project: ProjectDetail }) {
  return (
    <Section title={t("What can be imported")}>
      <dl className="divide-y divide-line">
        <Format
          name={t("Pairs")}
          extensions=".jsonl"
          text={t(
            "One JSON object a line: the text, its translation, the entities of either side and the links between them. Offsets count Unicode code points. Only source_text is needed.",
          )}
          example={PAIR}
        />
        <Format
          name={t("Universal NER")}
          extensions=".iob2"
          text={t(
            "One token a line with its tag, sentences apart by an empty line. Holds the source side only.",
          )}
          example={IOB2}
        />
        {others.map(({ id, title, extensions, summary }) => (
          <Format key={id} name={title} extensions={extensions.join(" ")} text={summary} />
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-1.5 border-line border-t px-4 py-3 text-sm">
        <span className="text-ink-muted">
          {t("Rows in {{sourceLang}} ({{sourceLang2}}) with these labels go in:", {
            sourceLang: nameOfLanguage(project.sourceLang),
            sourceLang2: project.sourceLang,
          })}
        </span>
        {project.labels.map(({ name, colour }) => (
          <LabelBadge key={name} name={name} colour={colour} />
        ))}
        {project.labels.length === 0 && <span>{t("none yet.")}</span>}
        <Link
          to="/projects/$project/settings"
          params={{ project: project.slug }}
          search={{ section: "labels" }}
          className="ms-1 text-link"
        >
          {t("Change labels")}
        </Link>
      </div>
    </Section>
  );
}

type FormatProps = {
  readonly name: string;
  readonly extensions: string;
  readonly text: string;
  readonly example?: string;
};

function Format({ name, extensions, text, example }: FormatProps) {
  return (
    <div className="px-4 py-3">
      <dt className="font-medium">
        {name} <span className="font-normal text-ink-muted text-sm">{extensions}</span>
      </dt>
      <dd>
        <p className="text-ink-muted text-sm">{text}</p>
        {example && (
          <details className="mt-1">
            <summary className="w-fit rounded-sm text-accent-ink text-sm">{t("An example")}</summary>
            <pre
              dir="ltr"
              lang="zh"
              className="mt-1.5 whitespace-pre-wrap break-all rounded-md bg-sunken p-3 font-mono text-xs"
            >
              {example}
            </pre>
          </details>
        )}
      </dd>
    </div>
  );
}

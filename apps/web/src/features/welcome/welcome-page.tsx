import { Link } from "@tanstack/react-router";
import { ArrowRight, FileUp } from "lucide-react";
import { buttonClass } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { SampleList } from "./sample-list.tsx";

/** The first screen of an empty installation. */
export function WelcomePage() {
  return (
    <Page
      width="xl"
      title={t("Welcome to Spanbridge")}
      subtitle={t(
        "Entities found in a translation, brought back to the source text, and put right by people.",
      )}
    >
      <SampleList
        title={t("Begin with real text")}
        subtitle={t(
          "Sentences with entities that a machine found. Each becomes a project of its own; delete it when you like.",
        )}
      />
      <Section title={t("Start with your own data")} plain>
        <div className="flex flex-wrap items-center gap-4 rounded-lg border border-line bg-surface p-4 shadow-sm">
          <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink">
            <FileUp aria-hidden className="size-5" />
          </span>
          <p className="min-w-0 grow basis-64 text-ink-muted">
            {t(
              "Create a project, then drop a file of sentence pairs (JSONL) or a Universal NER file (IOB2) on it.",
            )}
          </p>
          <Link to="/new" className={buttonClass("secondary")}>
            {t("New project")}
            <ArrowRight aria-hidden className="size-4" />
          </Link>
        </div>
      </Section>
    </Page>
  );
}

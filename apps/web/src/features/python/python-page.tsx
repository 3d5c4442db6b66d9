import { Tabs } from "@base-ui/react/tabs";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Download, KeyRound } from "lucide-react";
import { trpc } from "../../app/trpc.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { saveText } from "../../ui/save-file.ts";
import { tabClass, tabListClass } from "../../ui/tabs.ts";
import { type Snippet, snippetsFor } from "./snippets.ts";

const route = getRouteApi("/session/projects/$project/python");

export function PythonPage() {
  const params = route.useParams();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const snippets = snippetsFor(window.location.origin, project.slug);
  return (
    <Page
      title={t("Use it from Python")}
      subtitle={t("Scripts for {{name}}, ready to run", { name: project.name })}
      actions={
        <Link to="/keys" className={buttonClass("primary")}>
          <KeyRound aria-hidden className="size-4" />
          {t("Make an API key")}
        </Link>
      }
    >
      <Section title={t("Once")}>
        <ol className="flex list-decimal flex-col gap-3 p-5 ps-10">
          <li>
            {t("Make an API key and put it where the scripts look for it:")}
            <Shell command="export SPANBRIDGE_KEY=sb_…" />
          </li>
          <li>
            {t("Save one of the scripts below and run it. Offsets are characters as Python counts them.")}
          </li>
        </ol>
      </Section>
      <Tabs.Root defaultValue="requests" className="flex flex-col gap-4">
        <Tabs.List aria-label={t("Library")} className={tabListClass}>
          {snippets.map(({ library }) => (
            <Tabs.Tab key={library} value={library} className={tabClass}>
              {library}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {snippets.map((snippet) => (
          <Tabs.Panel key={snippet.library} value={snippet.library} className="flex flex-col gap-3">
            <SnippetView snippet={snippet} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
      <p className="text-ink-muted text-sm">
        {t("All there is to ask for stands in")}{" "}
        <a href="/api/v1/openapi.json" className="text-accent-ink underline">
          {t("the OpenAPI document")}
        </a>
        {t(", from which clients for other languages can be generated.")}
      </p>
    </Page>
  );
}

function SnippetView({ snippet: { file, about, needs, code } }: { readonly snippet: Snippet }) {
  return (
    <>
      <p>{about}</p>
      <Shell command={t("pip install {{needs}}", { needs })} />
      <div className="rounded-lg border border-line bg-surface shadow-sm">
        <div className="flex items-center gap-2 border-line border-b py-1 pe-2 ps-4">
          <span className="grow font-mono text-sm">{file}</span>
          <CopyButton text={code} label={t("Copy {{file}}", { file })} />
          <Button size="sm" onClick={() => saveText(code, file, "text/x-python")}>
            <Download aria-hidden className="size-3.5" />
            {t("Save")}
          </Button>
        </div>
        <pre
          dir="ltr"
          className="whitespace-pre-wrap p-4 font-mono text-sm leading-relaxed [overflow-wrap:anywhere]"
        >
          {code}
        </pre>
      </div>
    </>
  );
}

function Shell({ command }: { readonly command: string }) {
  return (
    <div className="mt-1 flex items-center gap-1 rounded-md border border-line bg-sunken py-1 pe-1 ps-3">
      <code dir="ltr" className="min-w-0 grow whitespace-pre-wrap font-mono text-sm">
        {command}
      </code>
      <CopyButton text={command} label={t("Copy {{command}}", { command })} />
    </div>
  );
}

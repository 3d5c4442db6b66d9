import type { Run } from "@spanbridge/shared/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { FlaskConical, Play } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { formatNumber, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { configOf, draftFrom, type RunDraft } from "./draft.ts";
import { duration, money } from "./figures.ts";
import { RunForm } from "./run-form.tsx";
import { showStarted } from "./started.ts";

type NewRunProps = { readonly project: string; readonly runs: readonly Run[] };

const TEST_SIZE = 3;

/** Configure, try on three segments, see what it takes, start. */
export function NewRun({ project, runs }: NewRunProps) {
  const [draft, setDraft] = useState(() => draftFrom(runs));
  const [tried, setTried] = useState(false);
  const start = useMutation(
    trpc.runs.start.mutationOptions({
      onSuccess: (run) => showStarted(project, run),
    }),
  );
  const made = configOf(draft);
  const begin = (test: boolean) => {
    setTried(true);
    if ("problems" in made) return;
    start.mutate({
      project,
      config: made.config,
      test,
      show: draft.show && !test,
      selection: { ...(!draft.undecidedOnly && { states: [] }), ...(test && { limit: TEST_SIZE }) },
    });
  };
  return (
    <Section
      title={t("New run")}
      subtitle={t("Try the settings on three segments before you start.")}
      className="flex flex-col gap-5 p-5"
    >
      <RunForm
        project={project}
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
      {tried && "problems" in made && <FormError>{made.problems.join(" ")}</FormError>}
      {start.error && <FormError>{failureOf(start.error).message}</FormError>}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Estimate project={project} draft={draft} />
        <div className="ms-auto flex flex-wrap gap-2">
          <Button busy={start.isPending && start.variables?.test === true} onClick={() => begin(true)}>
            <FlaskConical aria-hidden className="size-4" />
            {t("Test on three segments")}
          </Button>
          <Button
            variant="primary"
            busy={start.isPending && start.variables?.test !== true}
            onClick={() => begin(false)}
          >
            <Play aria-hidden className="size-4" />
            {t("Start the run")}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Estimate({ project, draft }: { readonly project: string; readonly draft: RunDraft }) {
  const made = configOf(draft);
  const { data } = useQuery({
    ...trpc.runs.estimate.queryOptions({
      project,
      config: "config" in made ? made.config : { engine: "offline" },
      selection: draft.undecidedOnly ? {} : { states: [] },
    }),
    enabled: "config" in made,
    placeholderData: (before) => before,
  });
  if (!data || !("config" in made))
    return <p className="text-ink-muted text-sm">{t("Fill in address and model for an estimate.")}</p>;
  const basis = data.basis === "measured" ? t("from earlier calls") : t("from the lengths of the texts");
  return (
    <p className="text-ink-muted text-sm">
      {t("{{segments}}, about {{seconds}}", {
        segments: plural(data.segments, "segment"),
        seconds: duration(data.seconds),
      })}
      {data.calls > 0 && `, ${formatNumber(data.calls)} calls, ${money(data.cost)} (${basis})`}
    </p>
  );
}

import type { Run } from "@spanbridge/shared/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { formatAgo, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.ts";
import { isActive } from "./polling.ts";
import { showStarted } from "./started.ts";

type LearningProps = {
  readonly project: string;
  readonly runs: readonly Run[];
  readonly mayStart: boolean;
};

/** What the offline engine has learnt from this project, and what is still needed. */
export function LearningSection({ project, runs, mayStart }: LearningProps) {
  // A run that has ended may have learnt something.
  const active = runs.filter(isActive).length;
  const { data } = useQuery({
    ...trpc.runs.learning.queryOptions({ project }),
    refetchOnMount: "always",
    refetchInterval: active > 0 ? 2000 : false,
  });
  if (!data || (data.accepted === 0 && data.learnt === null)) return null;
  const { accepted, minimum, learnt } = data;
  return (
    <Section
      title={t("What the offline engine has learnt here")}
      actions={mayStart && <ProjectRest project={project} busy={active > 0} />}
      className="flex flex-col gap-1 p-4 text-sm"
    >
      <p>{t("Names of accepted segments go into memory at once; every later run knows them.")}</p>
      {accepted < minimum ? (
        <p className="text-ink-muted">
          {t(
            "{{segments}} with entities. From {{minimum}} on, each offline run first learns weights of its own from them.",
            { segments: plural(accepted, "accepted segment"), minimum },
          )}
        </p>
      ) : learnt === null ? (
        <p className="text-ink-muted">
          {t("{{segments}} with entities: the next offline run first learns weights of its own from them.", {
            segments: plural(accepted, "accepted segment"),
          })}
        </p>
      ) : (
        <p className="tabular-nums">
          {t(
            "Weights learnt from {{segments}} {{at}}. Strict F1 on segments that had no part in it: {{value}} before, {{value2}} after;",
            {
              segments: plural(learnt.segments, "accepted segment"),
              at: formatAgo(learnt.at),
              value: learnt.before.toFixed(3),
              value2: learnt.after.toFixed(3),
            },
          )}{" "}
          {learnt.used ? t("used in every offline run.") : t("not used, as nothing got better.")}
        </p>
      )}
    </Section>
  );
}

/** Projects what nobody has decided anew with all that was learnt, in the background; what people have edited stays. */
function ProjectRest({ project, busy }: { readonly project: string; readonly busy: boolean }) {
  const start = useMutation(
    trpc.runs.start.mutationOptions({
      onError: (error) =>
        toast(t("That did not work"), { description: failureOf(error).message, kind: "bad" }),
      onSuccess: (run) => showStarted(project, run),
    }),
  );
  return (
    <Button
      busy={start.isPending}
      disabled={busy}
      onClick={() => start.mutate({ project, config: { engine: "offline" }, show: true })}
    >
      <RefreshCw aria-hidden className="size-4" />
      {t("Project the rest again")}
    </Button>
  );
}

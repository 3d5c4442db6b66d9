import type { Run } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../app/trpc.ts";
import { formatAgo, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { isActive } from "./polling.ts";
import { ProjectRest } from "./project-rest.tsx";

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
      actions={mayStart && <ProjectRest project={project} />}
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

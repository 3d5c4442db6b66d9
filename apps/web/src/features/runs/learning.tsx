import type { Run } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../app/trpc.ts";
import { formatAgo, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { isActive } from "./polling.ts";

type LearningProps = { readonly project: string; readonly runs: readonly Run[] };

/** What the offline engine has learnt from this project, and what is still needed. */
export function LearningSection({ project, runs }: LearningProps) {
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
    <Section title={t("What the offline engine has learnt here")} className="flex flex-col gap-1 p-4 text-sm">
      <p>{t("Names of accepted segments go into memory at once; every later run knows them.")}</p>
      {accepted < minimum ? (
        <p className="text-ink-muted">
          {plural(accepted, "accepted segment")} with entities. From {minimum} on, each offline run first
          learns weights of its own from them.
        </p>
      ) : learnt === null ? (
        <p className="text-ink-muted">
          {plural(accepted, "accepted segment")} with entities: the next offline run first learns weights of
          its own from them.
        </p>
      ) : (
        <p className="tabular-nums">
          Weights learnt from {plural(learnt.segments, "accepted segment")} {formatAgo(learnt.at)}. Strict F1
          on segments that had no part in it: {learnt.before.toFixed(3)} before, {learnt.after.toFixed(3)}{" "}
          after; {learnt.used ? "used in every offline run." : "not used, as nothing got better."}
        </p>
      )}
    </Section>
  );
}

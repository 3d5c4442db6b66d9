import { isFineTuningOver } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { ErrorState } from "../../ui/state.tsx";
import type { Chosen } from "./draft.ts";
import { FineTuningForm } from "./form.tsx";
import { JobCard } from "./job-card.tsx";

const POLL_MS = 1500;

type FineTuningProps = {
  readonly project: string;
  readonly snapshot: string;
  /** What of the training data is sent; null where the chosen kind is not what such endpoints read. */
  readonly chosen: Chosen | null;
};

/** Sends the training data to somebody's endpoint, follows what becomes of it, and shows the models that came of it. */
export function FineTuning({ project, snapshot, chosen }: FineTuningProps) {
  const { data, error, refetch } = useQuery({
    ...trpc.fineTuning.list.queryOptions({ project }),
    refetchInterval: ({ state }) =>
      state.data?.some((each) => !isFineTuningOver(each.state)) ? POLL_MS : false,
  });
  const here = data?.filter((each) => each.snapshot === snapshot) ?? [];
  return (
    <Section
      title={t("Fine-tune a model")}
      subtitle={t(
        "Sends this training data to an OpenAI-compatible endpoint. The model that comes of it can be chosen for the next run.",
      )}
    >
      {error && !data && (
        <ErrorState
          title={t("The fine-tunings could not be listed")}
          onRetry={() => void refetch()}
          className="py-6"
        >
          {failureOf(error).message}
        </ErrorState>
      )}
      {here.length > 0 && (
        <ul className="divide-y divide-line border-line border-b" aria-label={t("Fine-tunings")}>
          {here.map((each) => (
            <JobCard key={each.id} project={project} job={each} />
          ))}
        </ul>
      )}
      {data && <FineTuningForm project={project} snapshot={snapshot} chosen={chosen} known={data} />}
    </Section>
  );
}

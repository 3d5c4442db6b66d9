import type { Evaluation, EvaluationProgress } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { v4 } from "uuid";
import { queryClient, trpc, trpcClient } from "../../app/trpc.ts";
import { type EvaluationChoice, optionsOf } from "./choice.ts";

/** An evaluation that is quicker than this shows no progress. */
const PATIENCE_MS = 1000;
const ASK_MS = 500;

export type RunningEvaluation = {
  /** The last figures for this choice, while new ones are on their way too. */
  readonly data: Evaluation | undefined;
  readonly error: unknown;
  readonly running: boolean;
  /** How far it is, once it takes long. */
  readonly progress: EvaluationProgress | undefined;
  /** Nothing is shown and nothing runs: it was called off. */
  readonly cancelled: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
};

/** The figures of a choice of layers, computed anew whenever the page is opened: corrections change them. */
export function useEvaluation(project: string, choice: EvaluationChoice): RunningEvaluation {
  const options = optionsOf(choice);
  const queryKey = [["evaluation", "run"], { project, options }] as const;
  const [evaluationId, setEvaluationId] = useState<string>();
  const { data, error, fetchStatus, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const id = v4();
      setEvaluationId(id);
      return trpcClient.evaluation.run.query(
        { project, options, evaluationId: id },
        { signal, context: { alone: true } },
      );
    },
    staleTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const running = fetchStatus === "fetching";
  const late = useLate(running, evaluationId);
  const progress = useQuery({
    ...trpc.evaluation.progress.queryOptions({ evaluationId: evaluationId ?? "" }),
    enabled: running && late && evaluationId !== undefined,
    refetchInterval: ASK_MS,
    gcTime: 0,
  });
  return {
    data,
    error,
    running,
    progress: running && late ? (progress.data ?? { done: 0, total: 0 }) : undefined,
    cancelled: !running && data === undefined && error === null,
    cancel: () => void queryClient.cancelQueries({ queryKey }),
    again: () => void refetch(),
  };
}

/** Whether something has been under way for a while. */
function useLate(running: boolean, what: string | undefined): boolean {
  const [late, setLate] = useState<string>();
  useEffect(() => {
    if (!running || what === undefined) return;
    const timer = setTimeout(() => setLate(what), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [running, what]);
  return running && what !== undefined && late === what;
}

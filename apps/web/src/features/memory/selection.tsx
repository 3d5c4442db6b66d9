import type { MemoryEntry } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { toast } from "../../ui/toast.ts";

type SelectionProps = {
  readonly project: string;
  readonly chosen: readonly MemoryEntry[];
  readonly onDone: () => void;
};

/** What can be done with the chosen pairs: the first of them stays when they are merged. */
export function Selection({ project, chosen, onDone }: SelectionProps) {
  const outcome = {
    onSuccess: onDone,
    onError: (error: unknown) =>
      toast(t("That did not work"), { description: failureOf(error).message, kind: "bad" as const }),
    onSettled: () => queryClient.invalidateQueries(trpc.memory.pathFilter()),
  };
  const merge = useMutation(trpc.memory.merge.mutationOptions(outcome));
  const remove = useMutation(trpc.memory.remove.mutationOptions(outcome));
  const [first, ...others] = chosen;
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b bg-accent-soft px-4 py-2">
      <p className="me-auto text-sm">{t("{{pairs}} chosen", { pairs: plural(chosen.length, "pair") })}</p>
      {first && others.length > 0 && (
        <Button
          size="sm"
          busy={merge.isPending}
          onClick={() => merge.mutate({ project, into: first.id, ids: others.map(({ id }) => id) })}
        >
          {t("Merge into {{pivot}} ↔ {{source}}", { pivot: first.pivot, source: first.source })}
        </Button>
      )}
      <Button
        size="sm"
        busy={remove.isPending}
        onClick={() => remove.mutate({ project, ids: chosen.map(({ id }) => id) })}
      >
        {t("Remove")}
      </Button>
      <Button size="sm" variant="quiet" onClick={onDone}>
        {t("Choose none")}
      </Button>
    </div>
  );
}

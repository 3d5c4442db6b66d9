import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { toast } from "../../ui/toast.ts";
import { isActive, POLL_MS } from "./polling.ts";
import { showStarted } from "./started.ts";

/** Projects what nobody has decided anew with all that was learnt, in the background; what people have edited stays. */
export function ProjectRest({ project }: { readonly project: string }) {
  const navigate = useNavigate();
  const { data: runs } = useQuery({
    ...trpc.runs.list.queryOptions({ project }),
    refetchInterval: ({ state }) => (state.data?.some(isActive) ? POLL_MS : false),
  });
  const start = useMutation(
    trpc.runs.start.mutationOptions({
      onError: (error) =>
        toast(t("That did not work"), { description: failureOf(error).message, kind: "bad" }),
      onSuccess: async (run) => {
        await showStarted(project, run);
        toast(t("The rest is projected in the background"), {
          kind: "good",
          description: t("What people have decided or edited stays as it is."),
          action: {
            label: t("Runs"),
            onSelect: () => void navigate({ to: "/projects/$project/runs", params: { project } }),
          },
        });
      },
    }),
  );
  return (
    <Button
      busy={start.isPending}
      disabled={runs?.some(isActive) ?? false}
      onClick={() => start.mutate({ project, config: { engine: "offline" }, show: true })}
    >
      <RefreshCw aria-hidden className="size-4" />
      {t("Project the rest again")}
    </Button>
  );
}

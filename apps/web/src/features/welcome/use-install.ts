import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { t } from "../../ui/i18n/t.ts";
import { toast } from "../../ui/toast.ts";

type Running = { readonly current: string; readonly done: number; readonly total: number };

/** Installs samples one after the other. One alone leads to its review, several to the list of projects. */
export function useInstall() {
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(trpc.samples.install.mutationOptions());
  const [running, setRunning] = useState<Running | null>(null);

  const run = async (ids: readonly string[]) => {
    let project = "";
    try {
      for (const [done, current] of ids.entries()) {
        setRunning({ current, done, total: ids.length });
        ({ project } = await mutateAsync({ sample: current }));
      }
      if (ids.length === 1) await navigate({ to: "/projects/$project/review", params: { project } });
    } catch (error) {
      toast(t("The sample could not be installed"), { description: failureOf(error).message, kind: "bad" });
    } finally {
      setRunning(null);
      await Promise.all([
        queryClient.invalidateQueries(trpc.samples.pathFilter()),
        queryClient.invalidateQueries(trpc.projects.pathFilter()),
      ]);
      if (ids.length > 1) await navigate({ to: "/" });
    }
  };
  return { running, install: (ids: readonly string[]) => void run(ids) };
}

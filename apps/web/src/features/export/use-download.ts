import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useEffect, useRef, useState } from "react";
import { failureOf, TypedFailure } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { t } from "../../ui/i18n/t.ts";
import { toast } from "../../ui/toast.ts";
import { type DownloadProgress, download } from "./download.ts";
import type { ExportChoice } from "./options.ts";

const messageOf = (error: unknown): string => {
  if (error instanceof TypedFailure) return failureOf(error).message;
  // The stream broke off, or the disk refused.
  return error instanceof Error && error.name === "QuotaExceededError"
    ? t("There is no room on the disk.")
    : t("It broke off on the way. Try again.");
};

/** One download at a time: how far it is, how to stop it, and why the last one failed. */
export function useDownload(project: ProjectDetail) {
  const [progress, setProgress] = useState<DownloadProgress | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const begin = async (choice: ExportChoice) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setFailure(null);
    try {
      setProgress({ bytes: 0, segments: 0 });
      const outcome = await download(project, choice, controller.signal, setProgress);
      if (outcome === "saved") {
        void queryClient.invalidateQueries(trpc.exports.history.pathFilter());
        toast(t("The export is saved"), { kind: "good", id: "export" });
      }
    } catch (error) {
      if (controller.signal.aborted) toast(t("The export was cancelled"), { id: "export" });
      else setFailure(messageOf(error));
    } finally {
      running.current = null;
      setProgress(null);
    }
  };

  return {
    progress,
    failure,
    begin: (choice: ExportChoice) => void begin(choice),
    cancel: () => running.current?.abort(),
  };
}

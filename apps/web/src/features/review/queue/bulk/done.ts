import type { BulkAction, BulkResult } from "@spanbridge/shared/contracts";
import { failureOf } from "../../../../app/failure.ts";
import { queryClient, trpc, trpcClient } from "../../../../app/trpc.ts";
import { plural } from "../../../../ui/format.ts";
import { t, tn } from "../../../../ui/i18n/t.ts";
import { toast } from "../../../../ui/toast.ts";
import { forgetMarks } from "../../session/marks.ts";
import { doubtCounts, settled } from "../../session/settled.ts";
import { refreshShown } from "../../session/use-segment.ts";

const done: Readonly<Record<BulkAction["kind"], (count: number) => string>> = {
  accept: (count) => tn(count, "{{count}} segment accepted", "{{count}} segments accepted"),
  assign: (count) => tn(count, "{{count}} segment assigned", "{{count}} segments assigned"),
  reset: (count) =>
    tn(count, "{{count}} segment set back to pending", "{{count}} segments set back to pending"),
};

/** Says what was done to a whole queue, with the one button that takes it back, and lets the page show it. */
export function tellDone(
  project: string,
  kind: BulkAction["kind"],
  { batch, changed, left }: BulkResult,
): void {
  refresh(project);
  toast(done[kind](changed), {
    kind: "good",
    description:
      left > 0
        ? t("{{were}} left as they had become meanwhile.", {
            were: plural(left, "segment was", "segments were"),
          })
        : undefined,
    ...(batch && { action: { label: t("Undo"), onSelect: () => void takeBack(project, batch) } }),
  });
}

/** Takes a batch back where nothing was done since, and says where it was not. */
export async function takeBack(project: string, batch: string): Promise<void> {
  try {
    const { changed, left } = await trpcClient.queue.undoBulk.mutate({ project, batch });
    refresh(project);
    toast(t("Taken back in {{segments}}", { segments: plural(changed, "segment") }), {
      description:
        left > 0
          ? t("{{have}} been changed since.", { have: plural(left, "segment has", "segments have") })
          : undefined,
    });
  } catch (error) {
    toast(t("That could not be taken back"), { description: failureOf(error).message, kind: "bad" });
  }
}

function refresh(project: string): void {
  // What was noted here about single segments is older than what has just been done.
  forgetMarks(project);
  doubtCounts(project);
  void queryClient.invalidateQueries(trpc.queue.window.queryFilter());
  void queryClient.invalidateQueries(trpc.queue.place.queryFilter());
  void queryClient.invalidateQueries(trpc.queue.lastBulk.queryFilter());
  settled(project);
  refreshShown();
}

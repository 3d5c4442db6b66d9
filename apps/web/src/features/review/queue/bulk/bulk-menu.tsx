import { Menu } from "@base-ui/react/menu";
import type { ProjectDetail, QueueFilter } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { CheckCheck, Download, ListChecks, RotateCcw, Undo2, UserPlus } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../../../app/failure.ts";
import { leavesOut } from "../../../../app/search.ts";
import { trpc, trpcClient } from "../../../../app/trpc.ts";
import { Button } from "../../../../ui/button.tsx";
import { plural } from "../../../../ui/format.ts";
import { said, t } from "../../../../ui/i18n/t.ts";
import { itemClass, popupClass } from "../../../../ui/popup.ts";
import { tell } from "../../session/notices.ts";
import { BulkDialog, type BulkKind } from "./bulk-dialog.tsx";
import { takeBack } from "./done.ts";

type BulkMenuProps = {
  readonly project: ProjectDetail;
  readonly filter: QueueFilter;
  /** Where the queue is empty only what was done to many before is offered. */
  readonly empty: boolean;
};

/** What can be done with all segments that the queue shows, and what was done last to many of them taken back. */
export function BulkMenu({ project, filter, empty }: BulkMenuProps) {
  const [asking, setAsking] = useState<BulkKind>();
  const open = !project.archived;
  const mayReview = open && project.may.review;
  const { data: last, refetch } = useQuery({
    ...trpc.queue.lastBulk.queryOptions({ project: project.slug }),
    enabled: mayReview,
  });
  const navigate = useNavigate();

  async function exportThese(): Promise<void> {
    const params = { project: project.slug };
    try {
      // What is shown now, whatever happens to the queue until the file is made.
      const kept = leavesOut(filter)
        ? await trpcClient.queue.keep.mutate({ project: project.slug, filter })
        : undefined;
      await navigate({ to: "/projects/$project/export", params, search: { list: kept?.id } });
    } catch (error) {
      tell(failureOf(error).message, "refusal");
    }
  }
  if (empty && !last) return null;
  return (
    <>
      <Menu.Root onOpenChange={(opened) => opened && mayReview && void refetch()}>
        <Menu.Trigger
          render={
            <Button size="sm" variant="quiet">
              <ListChecks aria-hidden className="size-4 max-xl:hidden" />
              {t("All of these")}
            </Button>
          }
        />
        <Menu.Portal>
          <Menu.Positioner side="top" align="end" sideOffset={4} collisionPadding={8} className="z-40">
            <Menu.Popup className={popupClass}>
              {mayReview && last && (
                <Menu.Item className={itemClass} onClick={() => void takeBack(project.slug, last.batch)}>
                  <Undo2 aria-hidden className="size-4 shrink-0" />
                  <span className="max-w-72">
                    {t("Undo: {{what}} ({{segments}})", {
                      what: said(last.title),
                      segments: plural(last.untouched, "segment"),
                    })}
                    {last.untouched < last.changed && (
                      <span className="block text-ink-muted text-xs">
                        {t("{{have}} been changed since.", {
                          have: plural(last.changed - last.untouched, "segment has", "segments have"),
                        })}
                      </span>
                    )}
                  </span>
                </Menu.Item>
              )}
              {mayReview && !empty && (
                <Menu.Item className={itemClass} onClick={() => setAsking("accept")}>
                  <CheckCheck aria-hidden className="size-4" />
                  {t("Accept those that no signal touches…")}
                </Menu.Item>
              )}
              {open && !empty && project.may.manage && (
                <>
                  <Menu.Item className={itemClass} onClick={() => setAsking("assign")}>
                    <UserPlus aria-hidden className="size-4" />
                    {t("Assign…")}
                  </Menu.Item>
                  <Menu.Item className={itemClass} onClick={() => setAsking("reset")}>
                    <RotateCcw aria-hidden className="size-4" />
                    {t("Set back to pending…")}
                  </Menu.Item>
                </>
              )}
              {!empty && (
                <Menu.Item className={itemClass} onClick={() => void exportThese()}>
                  <Download aria-hidden className="size-4" />
                  {t("Export…")}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {asking && (
        <BulkDialog project={project} filter={filter} kind={asking} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}

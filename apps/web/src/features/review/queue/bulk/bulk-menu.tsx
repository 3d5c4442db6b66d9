import { Menu } from "@base-ui/react/menu";
import type { ProjectDetail, QueueFilter } from "@spanbridge/shared/contracts";
import { useNavigate } from "@tanstack/react-router";
import { CheckCheck, Download, ListChecks, RotateCcw, UserPlus } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../../../app/failure.ts";
import { leavesOut } from "../../../../app/search.ts";
import { trpcClient } from "../../../../app/trpc.ts";
import { Button } from "../../../../ui/button.tsx";
import { t } from "../../../../ui/i18n/t.ts";
import { itemClass, popupClass } from "../../../../ui/popup.ts";
import { tell } from "../../session/notices.ts";
import { BulkDialog, type BulkKind } from "./bulk-dialog.tsx";

type BulkMenuProps = { readonly project: ProjectDetail; readonly filter: QueueFilter };

/** What can be done with all segments that the queue shows. */
export function BulkMenu({ project, filter }: BulkMenuProps) {
  const [asking, setAsking] = useState<BulkKind>();
  const open = !project.archived;
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
  return (
    <>
      <Menu.Root>
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
              {open && project.may.review && (
                <Menu.Item className={itemClass} onClick={() => setAsking("accept")}>
                  <CheckCheck aria-hidden className="size-4" />
                  {t("Accept those that no signal touches…")}
                </Menu.Item>
              )}
              {open && project.may.manage && (
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
              <Menu.Item className={itemClass} onClick={() => void exportThese()}>
                <Download aria-hidden className="size-4" />
                {t("Export…")}
              </Menu.Item>
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

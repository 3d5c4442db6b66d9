import { Menu } from "@base-ui/react/menu";
import type { ProjectDetail, QueueFilter } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { CheckCheck, Download, ListChecks, RotateCcw, UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../../ui/button.tsx";
import { itemClass, popupClass } from "../../../../ui/popup.ts";
import { BulkDialog, type BulkKind } from "./bulk-dialog.tsx";

type BulkMenuProps = { readonly project: ProjectDetail; readonly filter: QueueFilter };

/** What can be done with all segments that the queue shows. */
export function BulkMenu({ project, filter }: BulkMenuProps) {
  const [asking, setAsking] = useState<BulkKind>();
  const open = !project.archived;
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          render={
            <Button size="sm" variant="quiet">
              <ListChecks aria-hidden className="size-4 max-xl:hidden" />
              All of these
            </Button>
          }
        />
        <Menu.Portal>
          <Menu.Positioner side="top" align="end" sideOffset={4} collisionPadding={8} className="z-40">
            <Menu.Popup className={popupClass}>
              {open && project.may.review && (
                <Menu.Item className={itemClass} onClick={() => setAsking("accept")}>
                  <CheckCheck aria-hidden className="size-4" />
                  Accept those that no signal touches…
                </Menu.Item>
              )}
              {open && project.may.manage && (
                <>
                  <Menu.Item className={itemClass} onClick={() => setAsking("assign")}>
                    <UserPlus aria-hidden className="size-4" />
                    Assign…
                  </Menu.Item>
                  <Menu.Item className={itemClass} onClick={() => setAsking("reset")}>
                    <RotateCcw aria-hidden className="size-4" />
                    Set back to pending…
                  </Menu.Item>
                </>
              )}
              <Menu.Item
                className={itemClass}
                render={<Link to="/projects/$project/export" params={{ project: project.slug }} />}
              >
                <Download aria-hidden className="size-4" />
                Export…
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

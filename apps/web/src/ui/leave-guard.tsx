import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "./dialog.tsx";

type LeaveGuardProps = {
  /** Whether leaving now loses something. */
  readonly when: boolean;
  readonly title: string;
  readonly description: string;
  /** What leaving does, as a verb: "Discard", "Stop the import". */
  readonly leaveLabel: string;
  readonly stayLabel: string;
  /** Called when the person leaves all the same. */
  readonly onLeave?: () => void;
};

/** Asks before a page with unsaved or running things is left: by a link, the back button, or closing the tab. */
export function LeaveGuard({ when, title, description, leaveLabel, stayLabel, onLeave }: LeaveGuardProps) {
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: when, withResolver: true });
  return (
    <ConfirmDialog
      open={blocker.status === "blocked"}
      title={title}
      description={description}
      confirmLabel={leaveLabel}
      cancelLabel={stayLabel}
      danger
      onConfirm={() => {
        onLeave?.();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    />
  );
}

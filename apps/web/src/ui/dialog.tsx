import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "./button.tsx";
import { t } from "./i18n/t.ts";
import { IconButton } from "./icon-button.tsx";

const backdropClass =
  "fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";
const popupClass =
  "fixed top-1/2 start-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] max-w-md -translate-x-1/2 -translate-y-1/2 flex-col overflow-y-auto rounded-xl border border-line bg-raised p-5 shadow-lg outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";

type DialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
};

/** The focus begins in the first field, where there is one: the button to close comes first in the page. */
export function Dialog({ open, onOpenChange, title, description, children }: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  const firstField = (): HTMLElement | true =>
    body.current?.querySelector<HTMLElement>("input, textarea, select") ?? true;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={popupClass}
          // On a touch screen a focused field would cover half of it with a keyboard.
          initialFocus={(opened) => (opened === "touch" ? true : firstField())}
        >
          <div className="mb-3 flex items-start gap-4">
            <div className="grow">
              <Base.Title className="text-lg">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-1 text-ink-muted">{description}</Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton icon={X} label={t("Close")} className="-mt-1 -me-1" />} />
          </div>
          <div ref={body} className="contents">
            {children}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons at the end of a dialog; the one that goes ahead comes last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}

type ConfirmDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly description: ReactNode;
  /** What going ahead does, as a verb: "Delete", "Leave". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** A question that needs an answer before anything else. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, description, confirmLabel, cancelLabel = t("Cancel"), danger = false } = props;
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && props.onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropClass} />
        <AlertDialog.Popup className={popupClass}>
          <AlertDialog.Title className="text-lg">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-ink-muted">{description}</AlertDialog.Description>
          <DialogActions>
            <AlertDialog.Close render={<Button />}>{cancelLabel}</AlertDialog.Close>
            <Button variant={danger ? "danger" : "primary"} onClick={props.onConfirm}>
              {confirmLabel}
            </Button>
          </DialogActions>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

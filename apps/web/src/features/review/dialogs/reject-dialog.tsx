import { type FormEvent, useState } from "react";
import { decide } from "../../../editor/model/actions/review.ts";
import { useAnnotation, useDesk } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog, DialogActions } from "../../../ui/dialog.tsx";
import { TextArea } from "../../../ui/field.tsx";
import { t } from "../../../ui/i18n/t.ts";

/** As much as a reason may hold. */
const LONGEST = 2000;

export function RejectDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const { review } = useAnnotation();
  const [reason, setReason] = useState(review.reason);
  const [missing, setMissing] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim() === "") {
      setMissing(true);
      return;
    }
    onClose();
    decide(desk, "rejected", reason.trim());
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("Reject this segment")}>
      <form onSubmit={submit}>
        <TextArea
          label={t("Reason")}
          hint={t("What is wrong with it: it stands in the export and in the history.")}
          error={missing && reason.trim() === "" ? t("Give a reason.") : undefined}
          value={reason}
          maxLength={LONGEST}
          onChange={setReason}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="danger">
            {t("Reject & next")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

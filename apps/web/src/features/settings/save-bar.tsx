import { Button } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { LeaveGuard } from "../../ui/leave-guard.tsx";

type SaveBarProps = {
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly onDiscard: () => void;
};

/** The end of a form: save, discard, and the question when one leaves with changes. Saving submits the form. */
export function SaveBar({ dirty, busy, onDiscard }: SaveBarProps) {
  return (
    <div className="flex items-center justify-end gap-2">
      <span role="status" className="me-auto text-ink-muted text-sm">
        {dirty ? t("Not saved yet") : ""}
      </span>
      <Button variant="quiet" disabled={!dirty || busy} onClick={onDiscard}>
        {t("Discard")}
      </Button>
      <Button type="submit" variant="primary" disabled={!dirty} busy={busy}>
        {t("Save")}
      </Button>
      <LeaveGuard
        when={dirty}
        title={t("Leave without saving?")}
        description={t("What you changed on this page is not saved yet.")}
        leaveLabel={t("Discard changes")}
        stayLabel={t("Stay here")}
      />
    </div>
  );
}

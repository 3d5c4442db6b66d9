import { type Correction, correctionOf, correctionTitle } from "@spanbridge/shared";
import type { FoundIdentical } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog, DialogActions } from "../../../ui/dialog.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { t, tn } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { applyInBatch } from "../session/batch.ts";
import { IdenticalList } from "./identical-list.tsx";

type IdenticalDialogProps = {
  readonly workspace: Workspace;
  readonly project: string;
  readonly onClose: () => void;
};

/** Where else what was just corrected stands the same: how many, which, what would change. One key does it. */
export function IdenticalDialog({ workspace, project, onClose }: IdenticalDialogProps) {
  const segment = useSegment();
  // What was done last when it was opened; edits that arrive while it is open do not change the question.
  const [correction] = useState(() => {
    const { queue, history } = segment.store.getState();
    return correctionOf(queue.current, history.done, segment.rules.policy);
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Identical cases")}
      description={
        correction
          ? correctionTitle(correction)
          : t("The last change here is not one that could stand elsewhere.")
      }
    >
      {correction && (
        <Search workspace={workspace} project={project} correction={correction} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Search(props: IdenticalDialogProps & { readonly correction: Correction }) {
  const { project, correction } = props;
  // Until it is saved the server would find the corrected one itself.
  const saved = useSegmentState(({ save }) => save.kind === "saved");
  const found = useQuery({
    ...trpc.review.findIdentical.queryOptions({ project, correction }),
    enabled: saved,
    staleTime: 0,
    gcTime: 0,
  });
  if (found.error) return <p role="alert">{failureOf(found.error).message}</p>;
  if (!found.data) {
    return (
      <p role="status" className="min-h-24 text-ink-muted">
        {saved ? t("Looking through the project…") : t("As soon as your edits are saved…")}
      </p>
    );
  }
  if (found.data.segments.length === 0) {
    return <p role="status">{t("There is no further case like it in this project.")}</p>;
  }
  return <Choice {...props} found={found.data} />;
}

type ChoiceProps = IdenticalDialogProps & {
  readonly correction: Correction;
  readonly found: FoundIdentical;
};

function Choice({ workspace, project, correction, found, onClose }: ChoiceProps) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const chosen = found.segments.filter(({ number }) => !left.has(number));
  const cases = chosen.reduce((sum, segment) => sum + segment.cases.length, 0);

  async function apply(): Promise<void> {
    setBusy(true);
    try {
      await applyInBatch(
        workspace,
        project,
        correction,
        chosen.map(({ number }) => number),
      );
      onClose();
    } catch (failure) {
      setError(t("{{message}} Nothing was changed.", { message: failureOf(failure).message }));
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && chosen.length > 0) void apply();
      }}
    >
      <p role="status" className="mb-2">
        {t("{{cases}} in {{segments}}.", {
          cases: tn(cases, "{{count}} case", "{{count}} cases"),
          segments: tn(chosen.length, "{{count}} segment", "{{count}} segments"),
        })}
        {found.more && ` ${t("There are more: do these first and ask again.")}`}
      </p>
      <IdenticalList
        segments={found.segments}
        left={left}
        onToggle={(number) =>
          setLeft((before) => {
            const next = new Set(before);
            if (!next.delete(number)) next.add(number);
            return next;
          })
        }
      />
      {error && (
        <p role="alert" className="mt-2 text-bad">
          {error}
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button type="submit" variant="primary" autoFocus busy={busy} disabled={chosen.length === 0}>
          {t("Change")}{" "}
          {chosen.length === 1 ? "it" : t("all {{length}}", { length: formatNumber(chosen.length) })}{" "}
          <Kbd keys="Enter" inverse />
        </Button>
      </DialogActions>
    </form>
  );
}

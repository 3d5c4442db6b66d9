import { KeyRound } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { EmptyState } from "../../ui/state.tsx";
import { LinkCommand } from "./link-command.tsx";

/** Shown on every page but /open to somebody without a session. */
export function NoSessionPage({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <EmptyState
      icon={KeyRound}
      title={t("You are not signed in")}
      className="py-24"
      action={<Button onClick={onRetry}>{t("I have opened the link")}</Button>}
    >
      <p>
        {t(
          "Spanbridge is opened with a one-time link. The first start prints one; for another, run this where Spanbridge runs and open what it prints in this browser:",
        )}
      </p>
      <LinkCommand />
      <p>{t("Working in somebody else’s project? Ask them for an invitation.")}</p>
    </EmptyState>
  );
}

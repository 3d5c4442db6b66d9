import { Link } from "@tanstack/react-router";
import { KeyRound } from "lucide-react";
import { t } from "../../ui/i18n/t.ts";
import { tip } from "../../ui/tooltip.ts";

export function KeysLink() {
  return (
    <Link
      to="/keys"
      aria-label={t("API keys")}
      {...tip(t("API keys"))}
      className="inline-grid size-8 shrink-0 place-items-center rounded-md text-ink-muted transition-colors hover:bg-hover hover:text-ink"
    >
      <KeyRound aria-hidden className="size-4" />
    </Link>
  );
}

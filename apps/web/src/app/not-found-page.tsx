import { Link } from "@tanstack/react-router";
import { FileQuestion } from "lucide-react";
import { buttonClass } from "../ui/button.tsx";
import { t } from "../ui/i18n/t.ts";
import { EmptyState } from "../ui/state.tsx";

export function NotFoundPage() {
  return (
    <EmptyState
      icon={FileQuestion}
      title={t("There is nothing at this address")}
      className="py-24"
      action={
        <Link to="/" className={buttonClass("primary")}>
          {t("All projects")}
        </Link>
      }
    >
      {t("The link may be old, or the project was deleted or given another address.")}
    </EmptyState>
  );
}

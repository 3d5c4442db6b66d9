import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { NoSessionPage } from "../features/session/index.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { t } from "../ui/i18n/t.ts";
import { ErrorState } from "../ui/state.tsx";
import { failureOf } from "./failure.ts";
import { NotFoundPage } from "./not-found-page.tsx";

/** What a route shows in place of its page when loading or drawing it failed. */
export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(() => reset(), [reset]);
  const failure = failureOf(error);
  const retry = () => void router.invalidate();

  switch (failure.code) {
    case "unauthenticated":
      return <NoSessionPage onRetry={retry} />;
    case "not_found":
      return <NotFoundPage />;
    case "forbidden":
      return (
        <ErrorState title={t("This page is not open to you")} className="py-24" action={<ToProjects />}>
          {failure.message}
        </ErrorState>
      );
    case "offline":
      return (
        <ErrorState title={t("The server does not answer")} className="py-24" onRetry={retry}>
          {t("Check that Spanbridge is running, then try again.")}
        </ErrorState>
      );
    case "bug":
      return (
        <ErrorState
          title={t("This page stopped working")}
          className="py-24"
          action={
            <>
              <Button variant="primary" onClick={() => location.reload()}>
                {t("Load again")}
              </Button>
              <ToProjects />
            </>
          }
        >
          {t("What was saved is safe. Should it happen again, please report it with this text:")}
          <pre className="mt-3 max-h-40 overflow-auto rounded-md bg-sunken p-2 text-start text-xs">
            {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
          </pre>
        </ErrorState>
      );
    default:
      return (
        <ErrorState title={t("That did not work")} className="py-24" onRetry={retry} action={<ToProjects />}>
          {failure.message}
        </ErrorState>
      );
  }
}

function ToProjects() {
  return (
    <Link to="/" className={buttonClass()}>
      {t("All projects")}
    </Link>
  );
}

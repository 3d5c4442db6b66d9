import { useQuery } from "@tanstack/react-query";
import { Navigate, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { noteAnswer } from "../../app/connection.ts";
import { queryClient, trpcClient } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Waiting } from "../../ui/spinner.tsx";
import { ErrorState } from "../../ui/state.tsx";
import { toast } from "../../ui/toast.ts";
import { LinkCommand } from "./link-command.tsx";
import { type Opened, redeem, takeToken } from "./open-link.ts";

type Result = Opened | { readonly outcome: "already_in" };

/** A used link does not matter to somebody who is signed in: the one in the terminal is clicked more than once. */
async function open(token: string): Promise<Result> {
  const opened: Opened = token === "" ? { outcome: "used" } : await redeem(token);
  if (opened.outcome !== "used") return opened;
  return trpcClient.session.me.query().then(
    () => ({ outcome: "already_in" }),
    () => opened,
  );
}

/** `/open#token`: where one-time links lead. */
export function OpenLinkPage() {
  // Looks again when another link is opened in the same tab.
  useLocation({ select: ({ hash }) => hash });
  const token = takeToken();
  const { data, refetch } = useQuery({
    queryKey: ["open-link", token],
    queryFn: () => open(token),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!data) return <Waiting label={t("Opening the link")} />;
  switch (data.outcome) {
    case "in":
      return <Enter />;
    case "already_in":
      return <Enter note={t("That link was used before; you are signed in already.")} />;
    case "used":
      return (
        <ErrorState
          title={token === "" ? t("This link is not complete") : t("This link no longer works")}
          className="py-24"
        >
          <p>
            {token === ""
              ? t(
                  "It should end in # and a long row of letters and digits. Copy the whole of it, or make a new one:",
                )
              : t(
                  "Each link opens once, and not for long. To get a new one, run this where Spanbridge runs:",
                )}
          </p>
          <LinkCommand />
          <p>{t("Were you invited? Ask the person who sent the link for another.")}</p>
        </ErrorState>
      );
    case "too_many":
      return (
        <ErrorState title={t("Too many attempts")} className="py-24" onRetry={() => void refetch()}>
          {t("Wait a minute, then try again. The link is still good.")}
        </ErrorState>
      );
    case "offline":
      return (
        <ErrorState title={t("The server does not answer")} className="py-24" onRetry={() => void refetch()}>
          {t("Check that Spanbridge is running, then try again. The link is still good.")}
        </ErrorState>
      );
    case "failed":
      return (
        <ErrorState
          title={t("The link could not be opened")}
          className="py-24"
          action={<Button onClick={() => void refetch()}>{t("Try again")}</Button>}
        >
          {data.message}
        </ErrorState>
      );
  }
}

/** Everything known before belongs to nobody, or to somebody else. */
function Enter({ note }: { readonly note?: string }) {
  const router = useRouter();
  useEffect(() => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "open-link" });
    noteAnswer();
    if (note) toast(note, { id: "already-in" });
    void router.invalidate();
  }, [router, note]);
  return <Navigate to="/" replace />;
}

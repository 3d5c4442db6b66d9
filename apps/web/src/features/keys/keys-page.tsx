import type { ApiKey } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../ui/state.tsx";
import { KeyRow } from "./key-row.tsx";
import { NewKey } from "./new-key.tsx";

export function KeysPage() {
  const { data: keys, error, refetch } = useQuery(trpc.keys.list.queryOptions());
  return (
    <Page
      title={t("API keys")}
      subtitle={t(
        "With a key, a program does over the network what you may do here: read projects, bring files in, take files out.",
      )}
    >
      <NewKey />
      <Section title={t("Your keys")} subtitle={t("Nobody else sees them. Revoking one ends it at once.")}>
        {error && !keys ? (
          <ErrorState title={t("Your keys could not be listed")} onRetry={() => void refetch()}>
            {failureOf(error).message}
          </ErrorState>
        ) : keys ? (
          <KeyList keys={keys} />
        ) : (
          <div aria-busy className="p-4">
            <Skeleton className="h-10" />
          </div>
        )}
      </Section>
      <p className="text-ink-muted text-sm">
        {t("Everything a program can ask for is described in")}{" "}
        <a href="/api/v1/openapi.json" className="text-accent-ink underline">
          {t("the OpenAPI document")}
        </a>
        {t(". Each project has a page “Use it from Python” with scripts to start from.")}
      </p>
    </Page>
  );
}

function KeyList({ keys }: { readonly keys: readonly ApiKey[] }) {
  if (keys.length === 0) {
    return (
      <EmptyState icon={KeyRound} title={t("No keys yet")}>
        {t("Make one above for the first program that is to work with your projects.")}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} />
      ))}
    </ul>
  );
}

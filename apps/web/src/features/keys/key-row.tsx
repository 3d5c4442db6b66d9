import type { ApiKey } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { formatAgo, formatDateTime } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { toast } from "../../ui/toast.ts";

export function KeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const { id, name, prefix, expired } = apiKey;
  const [asking, setAsking] = useState(false);
  const revoke = useMutation(
    trpc.keys.revoke.mutationOptions({
      onSuccess: () => toast(t("The key “{{name}}” is revoked", { name }), { kind: "good" }),
      onError: (error) =>
        toast(t("The key could not be revoked"), { description: failureOf(error).message, kind: "bad" }),
      onSettled: () => queryClient.invalidateQueries(trpc.keys.list.queryFilter()),
    }),
  );
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
          {expired && <Badge tone="bad">{t("Expired")}</Badge>}
        </p>
        <p className="text-ink-muted text-sm">
          <code className="font-mono">{prefix}…</code> · {lifeOf(apiKey)} · {useOf(apiKey)}
        </p>
      </div>
      <Button
        size="sm"
        busy={revoke.isPending}
        aria-label={t("Revoke {{name}}", { name })}
        onClick={() => (expired ? revoke.mutate({ id }) : setAsking(true))}
      >
        {expired ? t("Remove") : t("Revoke")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("Revoke “{{name}}”?", { name })}
        description={t("Programs that use it are refused from then on. It cannot be brought back.")}
        confirmLabel={t("Revoke")}
        danger
        onConfirm={() => {
          setAsking(false);
          revoke.mutate({ id });
        }}
        onCancel={() => setAsking(false)}
      />
    </li>
  );
}

function lifeOf({ createdAt, expiresAt, expired }: ApiKey): string {
  const made = t("made {{createdAt}}", { createdAt: formatAgo(createdAt) });
  if (expiresAt === null) return t("{{made}}, never expires", { made });
  return `${made}, ${expired ? "expired" : "expires"} ${formatDateTime(expiresAt)}`;
}

const useOf = ({ lastUsedAt }: ApiKey): string =>
  lastUsedAt === null
    ? t("never used")
    : t("last used {{lastUsedAt}}", { lastUsedAt: formatAgo(lastUsedAt) });

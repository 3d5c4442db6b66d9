import type { MemoryEntry } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { t } from "../../ui/i18n/t.ts";

type UsesProps = { readonly project: string; readonly entry: MemoryEntry; readonly onClose: () => void };

/** The accepted segments in which a pair stands. */
export function Uses({ project, entry, onClose }: UsesProps) {
  const { data, error } = useQuery(trpc.memory.uses.queryOptions({ project, id: entry.id }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${entry.pivot} ↔ ${entry.source}`}
      description={t("Accepted segments in which this pair stands.")}
    >
      {error && <FormError>{failureOf(error).message}</FormError>}
      <ul className="flex flex-col gap-2">
        {data?.map(({ number, externalId, preview }) => (
          <li key={number}>
            <Link
              to="/projects/$project/review/$segment"
              params={{ project, segment: number }}
              className="font-medium text-accent-ink underline underline-offset-2"
            >
              {externalId}
            </Link>
            <p className="text-ink-muted text-sm" dir="auto">
              {preview}
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

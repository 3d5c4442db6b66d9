import type { SnapshotInfo } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { DeleteByName } from "../../../ui/delete-by-name.tsx";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { toast } from "../../../ui/toast.ts";

type Props = { readonly project: string; readonly snapshot: SnapshotInfo };

export function DeleteSnapshot({ project, snapshot: { name, segments } }: Props) {
  const navigate = useNavigate();
  const remove = useMutation(
    trpc.snapshots.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: "/projects/$project/snapshots", params: { project } });
        queryClient.removeQueries(trpc.snapshots.get.queryFilter({ project, snapshot: name }));
        void queryClient.invalidateQueries(trpc.snapshots.list.pathFilter());
        toast(t('"{{name}}" is deleted', { name }), { kind: "good" });
      },
    }),
  );
  return (
    <DeleteByName
      name={name}
      action={t("Delete the snapshot")}
      warning={t("Whoever trained or measured on it can no longer get the same data from here.")}
      description={t("{{segments}} go; the project stays as it is. This cannot be undone.", {
        segments: plural(segments, "frozen segment"),
      })}
      fieldLabel={t("Type the snapshot’s name to delete it")}
      busy={remove.isPending}
      error={remove.error ? failureOf(remove.error).message : undefined}
      onDelete={(typed) => remove.mutate({ project, snapshot: name, confirmName: typed })}
    />
  );
}

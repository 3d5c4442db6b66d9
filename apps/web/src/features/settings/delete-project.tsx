import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { DeleteByName } from "../../ui/delete-by-name.tsx";
import { formatNumber, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { toast } from "../../ui/toast.ts";

export function DeleteProject({ project }: { readonly project: ProjectDetail }) {
  const navigate = useNavigate();
  const remove = useMutation(
    trpc.projects.remove.mutationOptions({
      onSuccess: async ({ segments }) => {
        await navigate({ to: "/" });
        queryClient.removeQueries(trpc.projects.get.queryFilter({ project: project.slug }));
        void queryClient.invalidateQueries(trpc.projects.list.pathFilter());
        void queryClient.invalidateQueries(trpc.samples.pathFilter());
        toast(t('"{{name}}" is deleted', { name: project.name }), {
          description: plural(segments, "segment"),
          kind: "good",
        });
      },
    }),
  );
  const { pending, accepted, rejected, skipped } = project.counts;
  const reviewed = accepted + rejected;
  return (
    <DeleteByName
      name={project.name}
      action={t("Delete the project")}
      warning={t(
        "Deletes the text and everything people decided about it. Export first what you want to keep.",
      )}
      description={t("{{segments}} go, {{reviewed}} of them reviewed. This cannot be undone.", {
        segments: plural(pending + skipped + reviewed, "segment"),
        reviewed: formatNumber(reviewed),
      })}
      fieldLabel={t("Type the project’s name to delete it")}
      busy={remove.isPending}
      error={remove.error ? failureOf(remove.error).message : undefined}
      onDelete={(typed) => remove.mutate({ project: project.slug, confirmName: typed })}
    />
  );
}

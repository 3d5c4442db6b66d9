import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { queryClient, trpc } from "../../app/trpc.ts";

/** The answer is the project as it is now: every page shows it at once. */
export function keepProject(project: ProjectDetail): void {
  queryClient.setQueryData(trpc.projects.get.queryKey({ project: project.slug }), project);
  void queryClient.invalidateQueries(trpc.projects.list.pathFilter());
}

export const useUpdateProject = () =>
  useMutation(trpc.projects.update.mutationOptions({ onSuccess: keepProject }));

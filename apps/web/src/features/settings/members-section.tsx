import type { Member, ProjectDetail } from "@spanbridge/shared/contracts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { UserMinus } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { queryClient, trpc } from "../../app/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { t } from "../../ui/i18n/t.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ErrorState } from "../../ui/state.tsx";
import { toast } from "../../ui/toast.ts";
import { Invite } from "./invite.tsx";

const roles: Record<Member["role"], string> = {
  owner: t("Owner"),
  manager: t("Manager"),
  annotator: t("Annotator"),
};

export function MembersSection({ project }: { readonly project: ProjectDetail }) {
  const { slug } = project;
  const { data: members, error, refetch } = useQuery(trpc.members.list.queryOptions({ project: slug }));
  return (
    <>
      <Section
        title={t("Members")}
        subtitle={t("Who may see this project. The owner of the installation sees all.")}
      >
        {error && !members ? (
          <ErrorState title={t("The members could not be listed")} onRetry={() => void refetch()}>
            {failureOf(error).message}
          </ErrorState>
        ) : members ? (
          <ul className="divide-y divide-line">
            {members.map((member) => (
              <MemberRow key={member.id} project={slug} member={member} />
            ))}
          </ul>
        ) : (
          <div aria-busy className="p-4">
            <Skeleton className="h-10" />
          </div>
        )}
      </Section>
      <Invite project={slug} />
    </>
  );
}

function MemberRow({ project, member }: { readonly project: string; readonly member: Member }) {
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.members.remove.mutationOptions({
      onError: (error) =>
        toast(t("{{name}} could not be removed", { name: member.name }), {
          description: failureOf(error).message,
          kind: "bad",
        }),
      onSettled: () => queryClient.invalidateQueries(trpc.members.list.queryFilter({ project })),
    }),
  );
  return (
    <li className="flex min-h-13 items-center gap-3 px-4 py-2">
      <span className="min-w-0 grow truncate">{member.name}</span>
      <Badge tone={member.role === "annotator" ? "neutral" : "accent"}>{roles[member.role]}</Badge>
      {member.role !== "owner" && (
        <IconButton
          icon={UserMinus}
          label={t("Remove {{name}}", { name: member.name })}
          disabled={remove.isPending}
          onClick={() => setAsking(true)}
        />
      )}
      <ConfirmDialog
        open={asking}
        title={t("Remove {{name}} from the project?", { name: member.name })}
        description={t("What they did here stays, under their name. They can be invited again.")}
        confirmLabel={t("Remove")}
        danger
        onConfirm={() => {
          setAsking(false);
          remove.mutate({ project, member: member.id });
        }}
        onCancel={() => setAsking(false)}
      />
    </li>
  );
}

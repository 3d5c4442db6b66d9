import { inviteSchema, type MemberRole } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { failureOf } from "../../app/failure.ts";
import { trpc } from "../../app/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { TextField } from "../../ui/field.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { Section } from "../../ui/page.tsx";
import { RadioCards, type RadioOption } from "../../ui/radio-cards.tsx";

const roles: readonly RadioOption<MemberRole>[] = [
  {
    value: "annotator",
    name: t("Annotator"),
    description: t("Reads and reviews; sees no hidden layer."),
  },
  {
    value: "manager",
    name: t("Manager"),
    description: t("Also imports, changes settings and invites others."),
  },
];

export function Invite({ project }: { readonly project: string }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<MemberRole>("annotator");
  const [tried, setTried] = useState(false);
  const invite = useMutation(trpc.members.invite.mutationOptions());
  const { error } = inviteSchema.shape.name.safeParse(name);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (error || invite.isPending) return;
    invite.mutate(
      { project, name, role },
      {
        onSuccess: () => {
          setName("");
          setTried(false);
        },
      },
    );
  };

  return (
    <Section title={t("Invite somebody")} subtitle={t("You get a link to send; it opens once.")}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5 p-5">
        <TextField
          label={t("Name")}
          value={name}
          onChange={setName}
          hint={t("Stands beside their edits and notes.")}
          error={tried ? error?.issues[0]?.message : undefined}
          maxLength={120}
        />
        <RadioCards label={t("Role")} value={role} options={roles} onChange={setRole} />
        {invite.error && <FormError>{failureOf(invite.error).message}</FormError>}
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={invite.isPending}>
            {t("Make a link")}
          </Button>
        </div>
      </form>
      {invite.data && invite.variables && (
        <IssuedLink
          name={invite.variables.name}
          link={new URL(invite.data.path, window.location.origin).href}
          expiresAt={invite.data.expiresAt}
        />
      )}
    </Section>
  );
}

type IssuedLinkProps = { readonly name: string; readonly link: string; readonly expiresAt: string };

/** The link is told once; the server keeps only a hash of it. */
function IssuedLink({ name, link, expiresAt }: IssuedLinkProps) {
  return (
    <div role="status" className="m-5 mt-0 rounded-md bg-good-soft p-4">
      <p className="font-medium">{t("Link for {{name}}", { name })}</p>
      <p className="mb-2 text-sm">
        {t("Copy it now: it is not shown again. It opens once, until {{expiresAt}}.", {
          expiresAt: formatDateTime(expiresAt),
        })}
      </p>
      <div className="flex items-center gap-1 rounded-md border border-line bg-surface py-1 pe-1 ps-3">
        <code dir="ltr" className="min-w-0 grow select-all truncate font-mono text-sm">
          {link}
        </code>
        <CopyButton text={link} label={t("Copy the link")} />
      </div>
    </div>
  );
}

import { z } from "zod";
import { projectRefSchema } from "./project.ts";

/** "owner" may do everything on this installation; "member" what projects grant. */
export const installationRoles = ["owner", "member"] as const;

/** `manager`: settings, imports, members. `annotator`: reads and reviews; sees no hidden layer. */
export const memberRoles = ["manager", "annotator"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Who is signed in. `id` is what the provenance of this person's edits carries. */
export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(installationRoles),
  /** Version of the server. */
  version: z.string(),
});
export type Me = z.infer<typeof meSchema>;

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(["owner", ...memberRoles]),
});
export type Member = z.infer<typeof memberSchema>;

export const inviteSchema = projectRefSchema.extend({
  name: z.string().trim().min(1, "Give the person's name.").max(120),
  role: z.enum(memberRoles),
});

/** `path` is a one-time link below the server's address; it is told this once and cannot be asked for again. */
export const invitationSchema = z.object({ path: z.string(), expiresAt: z.iso.datetime() });
export type Invitation = z.infer<typeof invitationSchema>;

export const removeMemberSchema = projectRefSchema.extend({ member: z.string().min(1) });

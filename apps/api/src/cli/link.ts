import { Command } from "commander";
import { issueLink, issueOwnerLink } from "../auth/issue-link.ts";
import { readServerFile } from "../db/server-file.ts";
import { findOwner, findUsersByName, listUsers } from "../db/users.ts";
import { AppError } from "../error.ts";
import { type CliContext, withApp } from "./with-app.ts";

export const linkCommand = (): Command =>
  new Command("link")
    .description("Prints a link that signs its opener in, once: the owner, or somebody else by name.")
    .option("--user <NAME>", "whom to sign in")
    .action((options: { user?: string }) => withApp((context) => run(context, options.user)));

async function run({ app, env }: CliContext, name: string | undefined): Promise<number> {
  const { path, expiresAt } = await linkFor(app, name);
  const server = await readServerFile(env.dataDir);
  const host = env.host.includes(":") ? `[${env.host}]` : env.host;
  process.stdout.write(`${env.publicUrl ?? server?.url ?? `http://${host}:${env.port}`}${path}\n`);
  process.stderr.write(`It can be opened once, until ${expiresAt.toISOString()}.\n`);
  if (!server)
    process.stderr.write("The server does not seem to be running on this machine; `npm start` starts it.\n");
  return 0;
}

async function linkFor(
  app: CliContext["app"],
  name: string | undefined,
): Promise<{ path: string; expiresAt: Date }> {
  const { db } = app;
  if (name === undefined) {
    const link = await issueOwnerLink(db, app.now());
    if (link) return link;
  }
  const users = name === undefined ? [await findOwner(db.pool)] : await findUsersByName(db.pool, name);
  const [user, other] = users;
  if (!user) {
    const names = (await listUsers(db.pool)).map((each) => each.name).join(", ");
    throw new AppError("not_found", `Nobody is named "${name}". There are: ${names || "none yet"}.`);
  }
  if (other) throw new AppError("conflict", `Several people are named "${name}"; rename one of them first.`);
  return issueLink(db.pool, { purpose: "sign_in", userId: user.id }, app.now());
}

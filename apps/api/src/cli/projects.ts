import { Command } from "commander";
import { listProjects } from "../db/project-cards.ts";
import { type CliContext, withApp } from "./with-app.ts";

export const projectsCommand = (): Command =>
  new Command("projects")
    .description("Lists the projects.")
    .option("--json", "as JSON on stdout")
    .action((options: { json?: true }) => withApp((context) => run(context, options.json ?? false)));

async function run({ app }: CliContext, json: boolean): Promise<number> {
  const projects = [
    ...(await listProjects(app.db.pool, { userId: null, archived: false })),
    ...(await listProjects(app.db.pool, { userId: null, archived: true })),
  ];
  if (json) {
    process.stdout.write(`${JSON.stringify(projects)}\n`);
    return 0;
  }
  if (projects.length === 0) process.stderr.write("There are no projects yet.\n");
  const width = Math.max(0, ...projects.map(({ slug }) => slug.length));
  for (const { slug, name, sourceLang, pivotLang, counts, archived } of projects) {
    const { pending, accepted, rejected, skipped } = counts;
    const total = pending + accepted + rejected + skipped;
    const done = `${accepted + rejected} of ${total} reviewed`;
    process.stdout.write(
      `${slug.padEnd(width)}  ${sourceLang}-${pivotLang}  ${done}  ${name}${archived ? " (archived)" : ""}\n`,
    );
  }
  return 0;
}

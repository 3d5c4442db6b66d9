import { Command } from "commander";
import { listSnapshotRows } from "../db/snapshots.ts";
import { requireSnapshot } from "../snapshots/access.ts";
import { printCounts } from "./print-snapshot.ts";
import { requireProject } from "./project-ref.ts";
import { withApp } from "./with-app.ts";

type Options = { readonly project: string; readonly json?: boolean; readonly card?: boolean };

export const listCommand = (): Command =>
  new Command("list")
    .description("Lists the snapshots of a project, the newest first.")
    .requiredOption("--project <NAME>", "address or name of the project")
    .option("--json", "as JSON")
    .action((options: Options) =>
      withApp(async ({ app }) => {
        const { id } = await requireProject(app.db.pool, options.project);
        const found = await listSnapshotRows(app.db.pool, id, { hidden: true });
        const lines = found.map(({ name, createdAt, createdBy, segments, splits }) => {
          const sizes = splits.map(({ split, segments: size }) => `${split ?? "none"} ${size}`).join(", ");
          return `${name}\t${createdAt}\t${createdBy}\t${segments} segments (${sizes})\n`;
        });
        process.stdout.write(options.json ? `${JSON.stringify(found, null, 2)}\n` : lines.join(""));
        return 0;
      }),
    );

export const showCommand = (): Command =>
  new Command("show")
    .description("Says what a snapshot holds.")
    .argument("<name>", "name of the snapshot")
    .requiredOption("--project <NAME>", "address or name of the project")
    .option("--json", "the whole manifest")
    .option("--card", "the dataset card, Markdown")
    .action((name: string, options: Options) =>
      withApp(async ({ app }) => {
        const project = await requireProject(app.db.pool, options.project);
        const { manifest, card, note } = await requireSnapshot(
          app.db.pool,
          { ...project, mayManage: true },
          name,
        );
        const files = manifest.files.map(({ split, sha256 }) => `${sha256}  ${split ?? "all"} (pairs)\n`);
        const plain = `${name}${note && `: ${note}`}\n${printCounts(manifest)}${files.join("")}`;
        process.stdout.write(
          options.card ? card : options.json ? `${JSON.stringify(manifest, null, 2)}\n` : plain,
        );
        return 0;
      }),
    );

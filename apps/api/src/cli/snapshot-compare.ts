import type { Comparison, SegmentChange } from "@spanbridge/shared/contracts";
import { Command } from "commander";
import { inTransaction } from "../db/transaction.ts";
import { comparisonIn } from "../snapshots/compare.ts";
import { requireProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";

type Options = { readonly project: string; readonly json?: boolean };

/** Segments fetched at a time. */
const STEP = 200;

export const compareCommand = (): Command =>
  new Command("compare")
    .description("Says what was added, removed and changed from one snapshot to another.")
    .argument("<before>", "name of the earlier snapshot")
    .argument("<after>", "name of the later one")
    .requiredOption("--project <NAME>", "address or name of the project")
    .option("--json", "one segment that differs a line, as JSON")
    .action((before: string, after: string, options: Options) =>
      withApp((context) => run(context, before, after, options)),
    );

async function run(
  { app }: CliContext,
  before: string,
  after: string,
  { project: ref, json }: Options,
): Promise<number> {
  const project = { ...(await requireProject(app.db.pool, ref)), mayManage: true };
  for (let offset = 0; ; offset += STEP) {
    const found: Comparison = await inTransaction(app.db.streams, (tx) =>
      comparisonIn(tx, project, before, after, { offset, limit: STEP }),
    );
    const { added, removed, changed, same, segments } = found;
    if (offset === 0) {
      process.stderr.write(`${added} added, ${removed} removed, ${changed} changed, ${same} the same.\n`);
    }
    for (const segment of segments) {
      process.stdout.write(json ? `${JSON.stringify(segment)}\n` : lineOf(segment));
    }
    if (segments.length < STEP) return 0;
  }
}

function lineOf({ number, externalId, kind, changes }: SegmentChange): string {
  const lines = changes.map(
    ({ what, before, after }) =>
      `  ${what.replaceAll("_", " ")}: ${before ?? "nothing"} → ${after ?? "nothing"}\n`,
  );
  return `${number}\t${externalId}\t${kind}\n${lines.join("")}`;
}

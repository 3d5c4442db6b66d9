import { type AgreementKind, agreementKinds, type RunComparison } from "@spanbridge/shared/contracts";
import { compareRuns } from "../comparison/compare.ts";
import { readRuns } from "../db/runs.ts";
import { ownerOf } from "./owner.ts";
import { requireProject } from "./project-ref.ts";
import type { CliContext } from "./with-app.ts";

/** Holds two runs against each other, or a run and a layer that a file brought, by their names. */
export async function compare(
  context: CliContext,
  names: readonly [a: string, b: string],
  { project, json }: { readonly project: string; readonly json?: true },
): Promise<number> {
  const { app, signal } = context;
  const { id, slug } = await requireProject(app.db.pool, project);
  const runs = await readRuns(app.db.pool, id);
  const [a, b] = names.map((name) => runs.find((run) => run.name === name)?.layer ?? name);
  const compared = { project: slug, a: a ?? "", b: b ?? "" };
  const found = await compareRuns(app, await ownerOf(context), compared, signal);
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : tableOf(found));
  return 0;
}

function tableOf({ a, b, segments, counts }: RunComparison): string {
  const words: Record<AgreementKind, string> = {
    same: "the same",
    boundary: "boundary differs",
    label: "label differs",
    both: "both differ",
    only_a: `only in ${a.name}`,
    only_b: `only in ${b.name}`,
    open: "open in both",
  };
  const width = Math.max(...agreementKinds.map((kind) => words[kind].length));
  return [
    `${a.name} and ${b.name}: ${segments.both} segments with a result of both, different in ${segments.different}; ${segments.only_a} only in the first, ${segments.only_b} only in the second`,
    ...agreementKinds.map((kind) => `${words[kind].padEnd(width)}  ${counts[kind]}`),
    "",
  ].join("\n");
}

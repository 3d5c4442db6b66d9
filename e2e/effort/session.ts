import { expect, type Page } from "@playwright/test";
import type { Api } from "../support/api.ts";
import { linesOf, type PairsRow } from "../support/samples.ts";
import { Annotator } from "./annotator.ts";
import { planOf, type Step } from "./plan.ts";
import type { Correction } from "./prices.ts";
import type { Task } from "./target.ts";

/** A correction with the actions it took. */
export type Done = Correction & { readonly actions: number };
export type Session = {
  readonly segments: readonly (readonly Done[])[];
  /** Segments whose exported annotation is not gold's, with what differs. */
  readonly wrong: readonly string[];
};

/** Corrects and accepts all tasks of a project in the interface, then compares an export with gold. */
export async function annotate(
  page: Page,
  api: Api,
  project: string,
  tasks: readonly Task[],
): Promise<Session> {
  await api.importFile(project, linesOf(tasks.map(({ row }) => row)), { name: "predictions.jsonl" });
  const annotator = new Annotator(page);
  const { review } = annotator;
  await page.goto(`/projects/${project}/review/1?order=number`);
  // Once, and kept by the browser for all segments to come.
  await expect(review.heading(tasks[0]?.row.id ?? "")).toBeVisible();
  await page.keyboard.press("a");
  const segments: Done[][] = [];
  const plans = tasks.map(planOf);
  const accepted = (actions: number): Done => ({ kind: "accept", relabelled: false, linked: false, actions });
  while (segments.length < tasks.length) {
    const index = segments.length;
    await expect(review.heading(tasks[index]?.row.id ?? "")).toBeVisible({ timeout: 60_000 });
    await expect(page).toHaveURL(new RegExp(`/review/${index + 1}\\b`), { timeout: 60_000 });
    const done = await correct(annotator, plans[index] ?? []);
    const wrong = plans.findIndex((plan, other) => other > index && plan.length > 0);
    const right = (wrong === -1 ? tasks.length : wrong) - index - 1;
    const count = await annotator.accept(right, tasks.length - index - 1);
    segments.push([...done, accepted(1)], ...Array.from({ length: count - 1 }, () => [accepted(0)]));
  }
  await review.page.getByText("Everything is decided").or(review.queue).first().waitFor();
  await expect
    .poll(async () => (await api.project(project)).counts.accepted, { timeout: 30_000 })
    .toBe(tasks.length);
  const exported = await api.exportFile(project);
  const rows = exported
    .trimEnd()
    .split("\n")
    .map((line): PairsRow => JSON.parse(line));
  const wrong = tasks.flatMap((task, index) => differences(task, rows[index]));
  return { segments, wrong };
}

async function correct(annotator: Annotator, steps: readonly Step[]): Promise<Done[]> {
  const done: Done[] = [];
  for (const step of steps) {
    const actions = await annotator.perform(step);
    const { kind, relabelled, linked } = step;
    done.push({ kind, relabelled, linked, actions });
  }
  return done;
}

const shown = ({ source_entities }: Pick<PairsRow, "source_entities">): string[] =>
  source_entities.map(({ start, end, label, text }) => `${start}-${end} ${label} ${text}`).sort();

/** Links in words that do not depend on ids: the places of both ends. */
function linksOf(row: PairsRow, links: readonly (readonly [string, string])[], gold: Task["gold"]): string[] {
  return links
    .map(([english, source]) => {
      const one = row.english_entities.find(({ id }) => id === english);
      const other = gold.find(({ id }) => id === source);
      return `${one?.start} ↔ ${other?.start}`;
    })
    .sort();
}

function differences({ row, gold, links }: Task, exported: PairsRow | undefined): string[] {
  if (!exported || exported.id !== row.id) return [`${row.id}: is not in the export`];
  const wanted = shown({ source_entities: gold });
  const found = shown(exported);
  if (wanted.join("\n") !== found.join("\n"))
    return [`${row.id}: ${found.join(", ")} instead of ${wanted.join(", ")}`];
  if (!links) return [];
  const [wantedLinks, foundLinks] = [
    linksOf(row, links, gold),
    linksOf(exported, exported.links, exported.source_entities),
  ];
  return wantedLinks.join("\n") === foundLinks.join("\n")
    ? []
    : [`${row.id}: links ${foundLinks.join(", ")} instead of ${wantedLinks.join(", ")}`];
}

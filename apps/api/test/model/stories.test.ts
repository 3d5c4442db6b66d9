import {
  type Annotation,
  applyTransaction,
  digestOf,
  type EditPolicy,
  emptyAnnotation,
} from "@spanbridge/shared";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "../../src/actor.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { act } from "./acts.ts";
import { Story } from "./story.ts";

/** `SPANBRIDGE_STORIES=10000 npx vitest run apps/api/test/model` tells as many, from `SPANBRIDGE_SEED` on. */
const STORIES = Number(process.env.SPANBRIDGE_STORIES ?? 40);
const SEED = Number(process.env.SPANBRIDGE_SEED ?? 20_261_122);

const world = useWorld();
const project = "stories";
const policy: EditPolicy = { labels: new Set(["PER", "ORG", "LOC"]), allowOverlap: true };
let ann: Actor;
let mei: Actor;
let used = 0;

beforeAll(async () => {
  const { as, owner } = world();
  await as(owner).projects.create({ name: project, sourceLang: "zh" });
  ann = await world().member("Ann", project, "annotator");
  mei = await world().member("Mei", project, "annotator");
  // Every story has two segments of its own; a failing one needs new ones for every try to make it shorter.
  const rows = Array.from({ length: (STORIES + 300) * 2 }, (_, index) => {
    const text = `奥巴马访问了北京。《${index + 1}》`;
    return obama(String(index + 1), { source_text: text, ...(index % 3 === 2 ? { links: [] } : {}) });
  });
  await world().bring(project, rows);
  const { labels } = await as(owner).projects.get({ project });
  await as(owner).projects.setLabels({
    project,
    labels: [
      ...labels,
      ...["ORG", "LOC"].map((name, index) => ({
        name,
        colour: index + 3,
        hotkey: "",
        description: "",
      })),
    ].filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index),
  });
}, 300_000);

/** What the log says happened, replayed on what was imported. */
async function replay(number: number): Promise<{ annotation: Annotation; seq: number; ids: string[] }> {
  const { events } = await world().as(ann).review.events({ project, number, limit: 200 });
  let annotation = await imported(number);
  const inOrder = [...events].reverse();
  expect(inOrder.map(({ seq }) => seq)).toEqual(inOrder.map((_, index) => index + 1));
  for (const { transaction } of inOrder) {
    const next = applyTransaction(annotation, transaction, policy);
    if (!next.ok) throw new Error(`The log does not fit together: ${next.error.message}`);
    annotation = next.value;
  }
  await checkQueue(number, annotation);
  return { annotation, seq: inOrder.length, ids: inOrder.map(({ transaction }) => transaction.id) };
}

const first = new Map<number, Annotation>();
async function imported(number: number): Promise<Annotation> {
  return first.get(number) ?? emptyAnnotation("", "");
}

/** What the queue shows of a segment is what its annotation says. */
async function checkQueue(number: number, annotation: Annotation): Promise<void> {
  const { rows } = await world().db.pool.query(
    "SELECT state, flagged, worth, signals FROM segment WHERE number = $1",
    [number],
  );
  const { worth, signals } = digestOf(annotation);
  const { review, flagged } = annotation;
  expect(rows).toEqual([{ state: review.state, flagged, worth, signals }]);
}

it(
  `client, server and log agree at the end of ${STORIES} stories (seed ${SEED})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 30 }), async (acts) => {
        const numbers = [++used, ++used] as const;
        const [annCaller, meiCaller] = [world().as(ann), world().as(mei)];
        for (const number of numbers) {
          first.set(number, (await annCaller.review.open({ project, number })).annotation);
        }
        const story = new Story(
          project,
          [numbers[0], numbers[1]],
          { actor: ann, caller: annCaller },
          { actor: mei, caller: meiCaller },
        );
        for (const one of acts) await story.act(one);
        await story.calm();
        await story.verify(replay);
        for (const number of numbers) first.delete(number);
      }),
      { numRuns: STORIES, seed: SEED, endOnFailure: STORIES > 1000 },
    );
  },
  STORIES * 5000 + 60_000,
);

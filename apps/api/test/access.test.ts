import { commands } from "@spanbridge/shared";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../src/actor.ts";
import { putMember } from "../src/db/members.ts";
import { accessTo } from "../src/projects/access.ts";
import { appRouter } from "../src/trpc/router.ts";
import { figureProcedures } from "./access/figures.ts";
import { fineTuningProcedures } from "./access/fine-tuning.ts";
import { manyProcedures } from "./access/many.ts";
import { memoryProcedures } from "./access/memory.ts";
import { everybody, type Procedures, scratch, type Who } from "./access/procedures.ts";
import { runProcedures } from "./access/runs.ts";
import { snapshotProcedures } from "./access/snapshots.ts";
import { wikipediaProcedures } from "./access/wikipedia.ts";
import { flag, transaction } from "./helpers/edits.ts";
import { obama } from "./helpers/rows.ts";
import { type Caller, useWorld } from "./helpers/world.ts";

const world = useWorld();
const project = "p";
const number = 1;

const actors = new Map<Who, Actor | undefined>();

beforeAll(async () => {
  const { app, as, owner, person, member, bring } = world();
  await as(owner).projects.create({ name: project, sourceLang: "zh" });
  await bring(project, [obama("a"), obama("b")]);
  await bring(project, [obama("a")], { layer: "gold" });
  actors.set("nobody", undefined);
  actors.set("outsider", await person("Otto"));
  const ann = await member("Ann", project, "annotator");
  const max = await member("Max", project, "manager");
  await as(owner).projects.create({ name: scratch, sourceLang: "zh" });
  const { id } = await accessTo(app, owner, scratch, "manage");
  await putMember(app.db.pool, id, ann.userId, "annotator");
  await putMember(app.db.pool, id, max.userId, "manager");
  await bring(scratch, [obama("a"), obama("b")]);
  await bring(scratch, [obama("a")], { layer: "gold" });
  actors.set("annotator", ann);
  actors.set("manager", max);
  actors.set("owner", owner);
});

/** Every procedure, with who may call it. */
const procedures: Procedures = {
  ...runProcedures(world),
  ...fineTuningProcedures(world),
  ...memoryProcedures(world),
  ...wikipediaProcedures(world),
  ...snapshotProcedures(world),
  ...figureProcedures(world),
  ...manyProcedures(world),
  "session.me": {
    may: ["outsider", "annotator", "manager", "owner"],
    call: (caller) => caller.session.me(),
  },
  "projects.list": {
    may: ["outsider", "annotator", "manager", "owner"],
    call: (caller) => caller.projects.list(),
  },
  "projects.get": {
    may: ["annotator", "manager", "owner"],
    call: (caller) => caller.projects.get({ project }),
  },
  "projects.create": {
    may: ["owner"],
    call: (caller) => caller.projects.create({ name: "new", sourceLang: "zh" }),
  },
  "projects.update": {
    may: ["manager", "owner"],
    call: (caller) => caller.projects.update({ project, data: { guidelines: "Mark names." } }),
  },
  "projects.remove": {
    may: ["manager", "owner"],
    call: async (caller) => {
      await world().as(world().owner).projects.create({ name: "doomed", slug: "doomed", sourceLang: "zh" });
      // Nobody but the owner is in the new project; what a manager may do shows in the one they manage.
      const doomed =
        caller === callers.get("owner") ? { project: "doomed", confirmName: "doomed" } : undefined;
      try {
        return await caller.projects.remove(doomed ?? { project, confirmName: "wrong" });
      } catch (error) {
        if (codeOf(error) === "BAD_REQUEST") return undefined;
        throw error;
      } finally {
        await world().db.pool.query("DELETE FROM project WHERE slug = 'doomed'");
      }
    },
  },
  "projects.setLabels": {
    may: ["manager", "owner"],
    call: async (caller) => {
      const { labels } = await world().as(world().owner).projects.get({ project });
      return caller.projects.setLabels({ project, labels });
    },
  },
  "documents.list": {
    may: ["annotator", "manager", "owner"],
    call: (caller) => caller.documents.list({ project }),
  },
  "samples.list": {
    may: ["outsider", "annotator", "manager", "owner"],
    call: (caller) => caller.samples.list(),
  },
  "samples.install": { may: ["owner"], call: (caller) => caller.samples.install({ sample: "sample-zh" }) },
  "queue.window": {
    may: ["annotator", "manager", "owner"],
    call: (caller) => caller.queue.window({ project, filter: {}, offset: 0, limit: 10 }),
  },
  "queue.place": {
    may: ["annotator", "manager", "owner"],
    call: (caller) => caller.queue.place({ project, number, filter: {} }),
  },
  "review.open": {
    may: ["annotator", "manager", "owner"],
    call: (caller) => caller.review.open({ project, number }),
  },
  "review.commit": {
    may: ["annotator", "manager", "owner"],
    call: async (caller) => {
      const { annotation, seq } = await world().as(world().owner).review.open({ project, number: 2 });
      const toggle = transaction(commands.setFlag(annotation, !annotation.flagged));
      return caller.review.commit({ project, number: 2, baseSeq: seq, transactions: [toggle] });
    },
  },
  "review.events": {
    may: ["annotator", "manager", "owner"],
    call: (caller) => caller.review.events({ project, number }),
  },
  "imports.progress": {
    may: ["outsider", "annotator", "manager", "owner"],
    call: (caller) => caller.imports.progress({ importId: "019a5e1e-0000-7000-8000-000000000000" }),
  },
  "exports.report": {
    may: ["annotator", "manager", "owner"],
    call: (caller) => caller.exports.report({ project, options: { format: "pairs" } }),
  },
  "members.list": {
    may: ["annotator", "manager", "owner"],
    call: (caller) => caller.members.list({ project }),
  },
  "members.invite": {
    may: ["manager", "owner"],
    call: (caller) => caller.members.invite({ project, name: "New", role: "annotator" }),
  },
  "members.remove": {
    may: ["manager", "owner"],
    call: (caller) => caller.members.remove({ project, member: "nobody" }),
  },
  "keys.list": {
    may: ["outsider", "annotator", "manager", "owner"],
    call: (caller) => caller.keys.list(),
  },
  "keys.create": {
    may: ["outsider", "annotator", "manager", "owner"],
    call: (caller) => caller.keys.create({ name: "script", days: 30 }),
  },
  "keys.revoke": {
    may: ["outsider", "annotator", "manager", "owner"],
    call: (caller) => caller.keys.revoke({ id: "019a5e1e-0000-7000-8000-000000000000" }),
  },
};

const callers = new Map<Who, Caller>();
beforeAll(() => {
  for (const who of everybody) callers.set(who, world().as(actors.get(who)));
});

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : error);

async function outcome(who: Who, call: (caller: Caller) => unknown): Promise<unknown> {
  const caller = callers.get(who);
  if (!caller) throw new Error(who);
  try {
    await call(caller);
    return "done";
  } catch (error) {
    return codeOf(error);
  }
}

describe("who may call what", () => {
  it("leaves no procedure out", () => {
    expect(Object.keys(procedures).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  it.each(Object.entries(procedures))("%s", async (_name, { may, call }) => {
    for (const who of everybody) {
      const result = await outcome(who, call);
      if (may.includes(who)) expect([who, result]).toEqual([who, "done"]);
      else if (who === "nobody") expect([who, result]).toEqual([who, "UNAUTHORIZED"]);
      else expect([who, ["FORBIDDEN", "NOT_FOUND"]]).toEqual([who, expect.arrayContaining([result])]);
    }
  });
});

describe("what an annotator does not learn of", () => {
  it("hidden layers", async () => {
    const layersOf = async (who: Who) =>
      (await callers.get(who)?.projects.get({ project }))?.layers.map(({ name }) => name);
    expect(await layersOf("annotator")).toEqual(["review", "predictions"]);
    expect(await layersOf("manager")).toEqual(["review", "predictions", "gold"]);
    const gold = { project, options: { format: "pairs" as const, layer: "gold" } };
    await expect(callers.get("annotator")?.exports.report(gold)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(callers.get("manager")?.exports.report(gold)).resolves.toMatchObject({ segments: 1 });
  });

  it("figures, lists and snapshots made of hidden layers", async () => {
    const [annotator, manager] = [callers.get("annotator"), callers.get("manager")];
    if (!annotator || !manager) throw new Error("both are needed");
    const options = { gold: "gold", predicted: "predictions", samples: 100 };
    const drill = { kind: "outcome" as const, outcome: "correct" as const };
    const plan = { layer: "gold", split: { by: "none" as const } };
    const { id: list } = await manager.evaluation.open({ project: scratch, options, drill });
    const { name: snapshot } = await manager.snapshots.create({ project: scratch, name: "hidden", plan });
    const shape = { shape: "sft-openai" as const, acceptedOnly: false };
    const secret = { project: scratch, a: "predictions", b: "gold" };
    const different = { kind: "segments" as const, of: "different" as const };
    const calls: ((caller: Caller) => Promise<unknown>)[] = [
      ({ evaluation }) => evaluation.run({ project: scratch, options }),
      ({ evaluation }) => evaluation.open({ project: scratch, options, drill }),
      ({ runs }) => runs.compare(secret),
      ({ runs }) => runs.openComparison({ ...secret, drill: different }),
      ({ lists }) => lists.get({ project: scratch, list }),
      ({ queue }) => queue.window({ project: scratch, filter: { list }, offset: 0, limit: 10 }),
      ({ exports }) => exports.preview({ project: scratch, options: { format: "pairs", layer: "gold" } }),
      ({ snapshots }) => snapshots.preview({ project: scratch, plan }),
      ({ snapshots }) => snapshots.get({ project: scratch, snapshot }),
      ({ snapshots }) => snapshots.compare({ project: scratch, before: snapshot, after: snapshot }),
      ({ training }) => training.preview({ project: scratch, snapshot, options: shape }),
    ];
    for (const call of calls) {
      await expect(call(annotator)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(call(manager)).resolves.toBeDefined();
    }
    expect((await annotator.snapshots.list({ project: scratch })).map(({ name }) => name)).not.toContain(
      snapshot,
    );
  });

  it("projects of others", async () => {
    await world().as(world().owner).projects.create({ name: "Secret", sourceLang: "th" });
    expect((await callers.get("annotator")?.projects.list())?.map(({ slug }) => slug).sort()).toEqual([
      project,
      scratch,
    ]);
    const refusal = (slug: string) =>
      callers
        .get("annotator")
        ?.projects.get({ project: slug })
        .then(() => "seen", String);
    const unknown = await refusal("nothing-here");
    expect(await refusal("secret")).toBe(unknown?.replace("nothing-here", "secret"));
  });
});

it("an archived project can be looked at, not changed", async () => {
  const manager = callers.get("manager");
  await manager?.projects.update({ project, data: { archived: true } });
  const view = await manager?.review.open({ project, number });
  if (!view) throw new Error("no view");
  const commit = { project, number, baseSeq: 0, transactions: [flag(view.annotation)] };
  await expect(manager?.review.commit(commit)).rejects.toMatchObject({ code: "CONFLICT" });
  await manager?.projects.update({ project, data: { archived: false } });
  await expect(manager?.review.commit(commit)).resolves.toMatchObject({ outcome: "saved" });
});

import { commands, spanId } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { accept, addSpan, transaction } from "../helpers/edits.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const owner = () => world().as(world().owner);

describe("creating", () => {
  it("makes an address from the name, a new one for each", async () => {
    const names = ["Ärzte ohne Grenzen!", "Ärzte ohne Grenzen!", "中文", "中文"];
    const slugs: string[] = [];
    for (const name of names) slugs.push((await owner().projects.create({ name, sourceLang: "zh" })).slug);
    expect(slugs).toEqual(["arzte-ohne-grenzen", "arzte-ohne-grenzen-2", "project", "project-2"]);
  });

  it("gives each of many at once an address of its own", async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => owner().projects.create({ name: "Same", sourceLang: "zh" })),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
  });

  it("refuses an address that is taken", async () => {
    await owner().projects.create({ name: "One", slug: "one", sourceLang: "zh" });
    await expect(
      owner().projects.create({ name: "Other", slug: "one", sourceLang: "zh" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("starts with the usual labels and nothing to do", async () => {
    const made = await owner().projects.create({ name: "Fresh", sourceLang: "th" });
    expect(made.labels.map(({ name }) => name)).toEqual(["PER", "ORG", "LOC"]);
    expect(made.counts).toEqual({ pending: 0, accepted: 0, rejected: 0, skipped: 0 });
    expect(made.layers).toEqual([{ name: "review", kind: "review", hidden: false, annotations: 0 }]);
    expect(made.may).toEqual({ review: true, manage: true });
  });
});

describe("changing", () => {
  it("renames, and takes into the archive and out of it", async () => {
    const { slug } = await owner().projects.create({ name: "Before", sourceLang: "zh" });
    const renamed = await owner().projects.update({
      project: slug,
      data: { name: "After", guidelines: "# Do" },
    });
    expect(renamed).toMatchObject({ slug, name: "After", guidelines: "# Do", archived: false });
    await owner().projects.update({ project: slug, data: { archived: true } });
    const listed = async (archived: boolean) =>
      (await owner().projects.list({ archived })).some((card) => card.slug === slug);
    expect([await listed(false), await listed(true)]).toEqual([false, true]);
    await owner().projects.update({ project: slug, data: { archived: false } });
    expect([await listed(false), await listed(true)]).toEqual([true, false]);
  });

  it("counts segments by state and remembers the last edit", async () => {
    const { slug, lastActivity } = await owner().projects.create({ name: "Counted", sourceLang: "zh" });
    await world().bring(slug, [obama("a"), obama("b")]);
    const { annotation } = await owner().review.open({ project: slug, number: 1 });
    await owner().review.commit({ project: slug, number: 1, baseSeq: 0, transactions: [accept(annotation)] });
    const card = (await owner().projects.list()).find((each) => each.slug === slug);
    expect(card?.counts).toEqual({ pending: 1, accepted: 1, rejected: 0, skipped: 0 });
    expect(Date.parse(card?.lastActivity ?? "")).toBeGreaterThan(Date.parse(lastActivity));
  });
});

describe("deleting", () => {
  it("needs the name, and then leaves nothing", async () => {
    const { slug } = await owner().projects.create({ name: "Going away", sourceLang: "zh" });
    await world().bring(slug, [obama("a"), obama("b")]);
    const { annotation } = await owner().review.open({ project: slug, number: 1 });
    await owner().review.commit({ project: slug, number: 1, baseSeq: 0, transactions: [accept(annotation)] });
    await expect(owner().projects.remove({ project: slug, confirmName: "going away" })).rejects.toMatchObject(
      { code: "BAD_REQUEST" },
    );
    expect((await owner().projects.get({ project: slug })).counts.pending).toBe(1);
    expect(await owner().projects.remove({ project: slug, confirmName: "Going away" })).toEqual({
      segments: 2,
    });
    await expect(owner().projects.get({ project: slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the label set", () => {
  const label = (name: string) => ({ name, colour: 0, hotkey: "", description: "" });

  async function project(name: string): Promise<string> {
    const { slug } = await owner().projects.create({ name, sourceLang: "zh" });
    await world().bring(slug, [obama("a"), obama("b")]);
    await world().bring(slug, [obama("a")], { layer: "gold" });
    return slug;
  }
  const labelsIn = async (slug: string, layer: string, number: number) => {
    const { rows } = await world().db.pool.query<{ label: string }>(
      `SELECT span ->> 4 AS label FROM annotation a JOIN layer l ON l.id = a.layer_id JOIN segment s ON s.id = a.segment_id
       JOIN project p ON p.id = s.project_id, json_array_elements(a.body -> 's') span
       WHERE p.slug = $1 AND l.name = $2 AND s.number = $3`,
      [slug, layer, number],
    );
    return rows.map((row) => row.label);
  };

  it("lets spans follow a new name in every layer, and tells who has the segment open", async () => {
    const slug = await project("Renaming");
    const { annotation } = await owner().review.open({ project: slug, number: 1 });
    const first = { project: slug, number: 1, baseSeq: 0, transactions: [accept(annotation)] };
    await owner().review.commit(first);
    const labels = [label("PERSON"), label("ORG"), label("LOC")];
    const changed = await owner().projects.setLabels({ project: slug, labels, renames: { PER: "PERSON" } });
    expect(changed.labels.map(({ name }) => name)).toEqual(["PERSON", "ORG", "LOC"]);
    for (const [layer, number] of [
      ["review", 1],
      ["predictions", 1],
      ["predictions", 2],
      ["gold", 1],
    ] as const) {
      expect(await labelsIn(slug, layer, number)).toEqual(["PERSON", "PERSON"]);
    }
    const late = await owner().review.commit({
      ...first,
      baseSeq: 1,
      transactions: [addSpan(annotation, 6, 8, "LOC", world().owner)],
    });
    expect(late).toMatchObject({ outcome: "stale", current: { seq: 2 } });
    const { events } = await owner().review.events({ project: slug, number: 1 });
    expect(events.map(({ transaction: { title } }) => title)).toEqual([
      "Rename the label PER to PERSON",
      "test",
    ]);
  });

  it("exchanges two names", async () => {
    const slug = await project("Exchange");
    const labels = [label("ORG"), label("PER"), label("LOC")];
    await owner().projects.setLabels({ project: slug, labels, renames: { PER: "ORG", ORG: "PER" } });
    expect(await labelsIn(slug, "predictions", 1)).toEqual(["ORG", "ORG"]);
  });

  it("keeps a label that is in use, and says where", async () => {
    const slug = await project("In use");
    await expect(
      owner().projects.setLabels({ project: slug, labels: [label("ORG"), label("LOC")] }),
    ).rejects.toThrow(/"PER" is used in 2 segments/);
    await owner().projects.setLabels({ project: slug, labels: [label("PER")] });
    expect((await owner().projects.get({ project: slug })).labels).toHaveLength(1);
  });

  it("makes no two labels one", async () => {
    const slug = await project("Merging");
    await expect(
      owner().projects.setLabels({
        project: slug,
        labels: [label("ORG"), label("LOC")],
        renames: { PER: "ORG" },
      }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("is a rule for edits from then on", async () => {
    const slug = await project("Rule");
    await owner().projects.setLabels({ project: slug, labels: [label("PER"), label("EVENT")] });
    const { annotation } = await owner().review.open({ project: slug, number: 1 });
    const relabel = transaction(
      commands.relabelSpan(annotation, spanId("s1"), "EVENT", world().owner.userId),
    );
    const place = { project: slug, number: 1, baseSeq: 0 };
    const gone = addSpan(annotation, 6, 8, "LOC", world().owner);
    expect(await owner().review.commit({ ...place, transactions: [gone] })).toMatchObject({
      outcome: "refused",
    });
    expect(await owner().review.commit({ ...place, transactions: [relabel] })).toMatchObject({
      outcome: "saved",
    });
  });
});

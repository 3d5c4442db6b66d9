import { createHash } from "node:crypto";
import { exportCodecs } from "@spanbridge/formats";
import { snapshotPlanSchema } from "@spanbridge/shared/contracts";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { accept, addSpan, flag } from "../helpers/edits.ts";
import { useSite } from "../helpers/listening.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);
const project = "frozen";
let cookie = "";
const owner = () => world().as(world().owner);
const plan = (input: z.input<typeof snapshotPlanSchema>) => snapshotPlanSchema.parse(input);
const ratio = { train: 6, dev: 2, test: 2 };
const bySegment = { by: "segment", ratio, seed: 7 } as const;

const bytesOf = async (snapshot: string, query = ""): Promise<Buffer> => {
  const path = `/api/projects/${project}/snapshots/${encodeURIComponent(snapshot)}/download?${query}`;
  const response = await fetch(`${site().url}${path}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  await owner().projects.update({ project, data: { guidelines: "Mark *names*." } });
  const rows = Array.from({ length: 40 }, (_, index) =>
    index % 2 === 0
      ? obama(`r${index}`, { doc: `d${index % 4}`, split: index < 30 ? "train" : "test" })
      : plain(`r${index}`, { doc: `d${index % 4}`, split: "validation" }),
  );
  // The same text again, in another document and under another id.
  const twice = plain("again", { doc: "d9", source_text: "这是第r1句。", split: "test" });
  await world().bring(project, [...rows, twice]);
  await world().bring(project, [obama("r0", { doc: "d0" })], { layer: "gold" });
  cookie = await site().signIn(world().owner);
});

describe("a snapshot", () => {
  it("is previewed as it will be, and says all of itself", async () => {
    const preview = await owner().snapshots.preview({ project, plan: plan({ split: bySegment }) });
    expect(preview).toMatchObject({ segments: 41, duplicates: 0, unassigned: 0 });
    expect(preview.counts.map(({ split }) => split)).toEqual(["train", "dev", "test"]);
    expect(preview.counts.reduce((sum, { segments }) => sum + segments, 0)).toBe(41);
    const made = await owner().snapshots.create({
      project,
      name: "v1",
      note: "The first.",
      plan: plan({ split: bySegment }),
    });
    expect(made.manifest).toMatchObject({ ...preview, guidelines: { text: "Mark *names*." } });
    expect(made.card).toContain("# v1");
    expect(made.card).toContain("Mark *names*.");
    expect((await owner().snapshots.list({ project })).map(({ name }) => name)).toEqual(["v1"]);
    expect(await owner().snapshots.get({ project, snapshot: "v1" })).toEqual(made);
    await expect(
      owner().snapshots.create({ project, name: "v1", plan: plan({ split: { by: "none" } }) }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("has the checksums it promised", async () => {
    const { manifest } = await owner().snapshots.get({ project, snapshot: "v1" });
    for (const { split, sha256: promised, bytes } of manifest.files) {
      const file = await bytesOf("v1", split ? `split=${split}` : "");
      expect([sha256(file), file.length]).toEqual([promised, bytes]);
    }
  });

  it("is byte for byte the same in every format after edits, renamed labels and a new name", async () => {
    const formats = exportCodecs.flatMap(({ id }) => [
      `format=${id}`,
      `format=${id}&split=test`,
      `format=${id}&zip=1`,
    ]);
    const queries = ["", "split=train", "zip=1", ...formats];
    const before = await Promise.all(queries.map((query) => bytesOf("v1", query)));
    const { annotation } = await owner().review.open({ project, number: 1 });
    const transactions = [addSpan(annotation, 6, 8, "LOC", world().owner), accept(annotation)];
    await owner().review.commit({ project, number: 1, baseSeq: 0, transactions });
    const { labels } = await owner().projects.get({ project });
    const renamed = labels.map((label) => (label.name === "PER" ? { ...label, name: "PERSON" } : label));
    await owner().projects.setLabels({ project, labels: renamed, renames: { PER: "PERSON" } });
    await owner().projects.update({ project, data: { name: "Another name", guidelines: "New rules." } });
    await world().bring(project, [plain("later")]);
    const after = await Promise.all(queries.map((query) => bytesOf("v1", query)));
    for (const [index, bytes] of after.entries()) expect(bytes.equals(before[index] ?? bytes)).toBe(true);
    expect(after[0]?.toString()).toContain('"PER"');
  });

  it("is refused every change by the database", async () => {
    const { pool } = world().db;
    await expect(pool.query("UPDATE snapshot SET note = 'x'")).rejects.toThrow(/does not change/);
    await expect(pool.query("UPDATE snapshot_record SET body = NULL")).rejects.toThrow(/does not change/);
  });

  it("comes as an archive with its card and checksums that hold", async () => {
    const files = unzipSync(await bytesOf("v1", "zip=1"));
    expect(Object.keys(files)).toEqual([
      "README.md",
      "manifest.json",
      "train.jsonl",
      "dev.jsonl",
      "test.jsonl",
      "SHA256SUMS",
    ]);
    const sums = new TextDecoder().decode(files.SHA256SUMS).trimEnd().split("\n");
    expect(sums).toHaveLength(5);
    for (const line of sums) {
      const [sum, name = ""] = line.split("  ");
      expect(sha256(files[name] ?? new Uint8Array())).toBe(sum);
    }
  });

  it("compares with a later one", async () => {
    await owner().snapshots.create({
      project,
      name: "v2",
      plan: plan({ split: { ...bySegment, seed: 99, keep: "v1" } }),
    });
    const found = await owner().snapshots.compare({ project, before: "v1", after: "v2" });
    expect(found).toMatchObject({ added: 1, removed: 0 });
    const first = found.segments.find(({ number }) => number === 1);
    expect(first).toMatchObject({ kind: "changed" });
    expect(first?.changes).toContainEqual({ what: "state", before: "pending", after: "accepted" });
    expect(first?.changes).toContainEqual({ what: "source_span", before: null, after: "LOC 北京 (6–8)" });
    expect(first?.changes).toContainEqual({
      what: "source_span",
      before: "PER 奥巴马",
      after: "PERSON 奥巴马",
    });
    expect(found.segments.flatMap(({ changes }) => changes).filter(({ what }) => what === "split")).toEqual(
      [],
    );
    expect(found.segments.find(({ kind }) => kind === "added")).toMatchObject({ externalId: "later" });
    const back = await owner().snapshots.compare({ project, before: "v2", after: "v1" });
    expect(back).toMatchObject({ added: 0, removed: 1, changed: found.changed, same: found.same });
    expect(await owner().snapshots.compare({ project, before: "v2", after: "v2" })).toMatchObject({
      changed: 0,
      segments: [],
    });
  });

  it("splits by a field of the rows, and by document", async () => {
    const values = { train: "train", validation: "dev", test: "test" } as const;
    const byField = plan({ split: { by: "field", field: "split", values } });
    const preview = await owner().snapshots.preview({ project, plan: byField });
    // "again" is the text of a segment of dev: the test set keeps it. "later" has no such field.
    expect(preview).toMatchObject({ segments: 42, duplicates: 1, unassigned: 1 });
    const byDocument = await owner().snapshots.preview({
      project,
      plan: plan({
        documents: ["d0", "d1"],
        split: { by: "document", ratio: { train: 1, dev: 0, test: 1 } },
      }),
    });
    expect(byDocument.counts.map(({ split, segments, documents }) => [split, segments, documents])).toEqual([
      ["train", 10, 1],
      ["test", 10, 1],
    ]);
  });

  it("of a hidden layer is nothing to annotators", async () => {
    await owner().snapshots.create({
      project,
      name: "gold",
      plan: plan({ layer: "gold", split: { by: "none" } }),
    });
    const ann = world().as(await world().member("Ann", project, "annotator"));
    expect((await ann.snapshots.list({ project })).map(({ name }) => name)).toEqual(["v2", "v1"]);
    await expect(ann.snapshots.get({ project, snapshot: "gold" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      ann.snapshots.preview({ project, plan: plan({ layer: "gold", split: { by: "none" } }) }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      ann.snapshots.create({ project, name: "mine", plan: plan({ split: { by: "none" } }) }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(ann.snapshots.compare({ project, before: "v1", after: "gold" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("of nothing is refused", async () => {
    const empty = plan({ states: ["rejected"], split: { by: "none" } });
    await expect(owner().snapshots.create({ project, name: "empty", plan: empty })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  it("goes when its name is typed", async () => {
    const ref = { project, snapshot: "v2" };
    await expect(owner().snapshots.remove({ ...ref, confirmName: "v1" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    expect(await owner().snapshots.remove({ ...ref, confirmName: "v2" })).toEqual({ segments: 42 });
    await expect(owner().snapshots.get(ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the history of exports", () => {
  it("says who took what, with the sum of the file", async () => {
    const file = await bytesOf("v1", "split=dev");
    const response = await fetch(`${site().url}/api/projects/${project}/export?format=pairs&state=accepted`, {
      headers: { cookie },
    });
    const live = Buffer.from(await response.arrayBuffer());
    const [second, first] = await owner().exports.history({ project });
    expect(first).toMatchObject({
      user: "Olga",
      via: "browser",
      format: "pairs",
      snapshot: "v1",
      selection: { split: "dev" },
      bytes: file.length,
      sha256: sha256(file),
    });
    expect(second).toMatchObject({ snapshot: null, segments: 1, sha256: sha256(live) });
  });

  it("tells annotators of their own only", async () => {
    const ann = world().as(await world().member("Anna", project, "annotator"));
    expect(await ann.exports.history({ project })).toEqual([]);
  });

  it("does not see flags as changes of the texts", async () => {
    const { annotation, seq } = await owner().review.open({ project, number: 3 });
    await owner().review.commit({ project, number: 3, baseSeq: seq, transactions: [flag(annotation)] });
    await owner().snapshots.create({ project, name: "v3", plan: plan({ split: bySegment }) });
    const found = await owner().snapshots.compare({ project, before: "v1", after: "v3" });
    const third = found.segments.find(({ number }) => number === 3);
    expect(third?.changes.filter(({ what }) => what === "translation")).toEqual([]);
    expect(third?.changes).toContainEqual(expect.objectContaining({ what: "other" }));
  });
});

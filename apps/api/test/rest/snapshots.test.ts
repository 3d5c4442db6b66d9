import { snapshotDetailSchema } from "@spanbridge/shared/contracts";
import { beforeAll, expect, it } from "vitest";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { conflict, forbidden, invalidInput, notFound, problemIn, type RestClient, restAs } from "./client.ts";

const world = useWorld();
let owner: RestClient;
let annotator: RestClient;
let outsider: RestClient;

beforeAll(async () => {
  const { as, owner: olga, bring, member, person } = world();
  await as(olga).projects.create({ name: "p", slug: "p", sourceLang: "zh" });
  await bring("p", [obama("a"), plain("b")]);
  await bring("p", [obama("a")], { layer: "gold" });
  owner = await restAs(world(), olga);
  annotator = await restAs(world(), await member("Ann", "p", "annotator"));
  outsider = await restAs(world(), await person("Otto"));
});

const freeze = (rest: RestClient, name: string, plan: object = {}) =>
  rest("/projects/p/snapshots", {
    method: "POST",
    body: JSON.stringify({ name, plan: { split: { by: "none" }, machineLayer: null, ...plan } }),
  });

it("snapshots are made, listed, looked at and downloaded, the same every time", async () => {
  const made = await freeze(owner, "Version 1");
  expect(made.status).toBe(201);
  const at = (made.headers.get("location") ?? "").replace("/api/v1", "");
  expect(at).toBe("/projects/p/snapshots/Version%201");
  expect(await made.json()).toMatchObject({ name: "Version 1", segments: 2 });
  expect(await (await annotator("/projects/p/snapshots")).json()).toMatchObject([{ name: "Version 1" }]);
  const detail = snapshotDetailSchema.parse(await (await annotator(at)).json());
  const file = await (await annotator(`${at}/download`)).text();
  expect(file.trimEnd().split("\n")).toHaveLength(2);
  expect(Buffer.byteLength(file)).toBe(detail.manifest.files[0]?.bytes);
  await world().bring("p", [obama("later")]);
  expect(await (await annotator(`${at}/download?format=pairs`)).text()).toBe(file);
  const archive = await annotator(`${at}/download?zip=true`);
  expect(
    Buffer.from(await archive.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  expect(await problemIn(await freeze(owner, "Version 1"))).toEqual(conflict);
});

it("they are for members, made by managers, and tell annotators nothing of hidden layers", async () => {
  expect(await problemIn(await freeze(annotator, "No"))).toEqual(forbidden);
  expect(await problemIn(await freeze(outsider, "No"))).toEqual(notFound);
  expect((await freeze(owner, "Gold", { layer: "gold" })).status).toBe(201);
  for (const path of ["", "/download"]) {
    expect(await problemIn(await annotator(`/projects/p/snapshots/Gold${path}`))).toEqual(notFound);
    expect(await (await owner(`/projects/p/snapshots/Gold${path}`)).text()).toMatch(/./);
    expect(await problemIn(await outsider(`/projects/p/snapshots/Gold${path}`))).toEqual(notFound);
    expect(await problemIn(await owner(`/projects/p/snapshots/None${path}`))).toEqual(notFound);
  }
  expect(await (await annotator("/projects/p/snapshots")).text()).not.toContain("Gold");
  expect(await problemIn(await outsider("/projects/p/snapshots"))).toEqual(notFound);
  expect(await problemIn(await owner("/projects/p/snapshots/Gold/download?split=half"))).toEqual(
    invalidInput,
  );
  expect(await problemIn(await owner("/projects/p/snapshots/Gold/download?format=docx"))).toEqual(
    invalidInput,
  );
  expect(await problemIn(await freeze(owner, "///"))).toEqual(invalidInput);
});

it("two are compared, a page at a time, for those who may see both", async () => {
  expect(await (await freeze(owner, "Before")).json()).toMatchObject({ segments: 3 });
  await world().bring("p", [plain("new one"), plain("another")]);
  expect(await (await freeze(owner, "After")).json()).toMatchObject({ segments: 5 });
  const compared = await annotator("/projects/p/snapshot-comparison?before=Before&after=After&limit=1");
  expect(await compared.json()).toMatchObject({
    added: 2,
    removed: 0,
    changed: 0,
    segments: [{ kind: "added", externalId: "new one" }],
  });
  const hidden = "/projects/p/snapshot-comparison?before=Gold&after=After";
  expect(await (await owner(hidden)).json()).toMatchObject({ added: expect.any(Number) });
  expect(await problemIn(await annotator(hidden))).toEqual(notFound);
  expect(await problemIn(await outsider(hidden))).toEqual(notFound);
  expect(await problemIn(await owner("/projects/p/snapshot-comparison?before=Gold"))).toEqual(invalidInput);
});

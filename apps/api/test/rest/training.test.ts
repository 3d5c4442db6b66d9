import { trainingPreviewSchema } from "@spanbridge/shared/contracts";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { forbidden, invalidInput, notFound, problemIn, type RestClient, restAs } from "./client.ts";

const world = useWorld();
let owner: RestClient;
let annotator: RestClient;
let outsider: RestClient;

beforeAll(async () => {
  const { as, owner: olga, bring, member, person } = world();
  await as(olga).projects.create({ name: "p", slug: "p", sourceLang: "zh" });
  const rows = Array.from({ length: 12 }, (_, index) => obama(`r${index}`, { doc: `d${index % 4}` }));
  await bring("p", rows);
  await bring("p", [obama("r0")], { layer: "gold" });
  owner = await restAs(world(), olga);
  annotator = await restAs(world(), await member("Ann", "p", "annotator"));
  outsider = await restAs(world(), await person("Otto"));
});

const post = (rest: RestClient, path: string, body: object) =>
  rest(path, { method: "POST", body: JSON.stringify(body) });
const linesIn = async (response: Response): Promise<Record<string, string[]>> => {
  expect(response.status).toBe(200);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [
      name,
      new TextDecoder()
        .decode(bytes)
        .split("\n")
        .filter((line) => line !== ""),
    ]),
  );
};
const options = { shape: "sft-openai", stages: ["recognise"], acceptedOnly: false };

describe("training data", () => {
  it("of a snapshot is previewed and downloaded, the same every time", async () => {
    const split = { by: "document", ratio: { train: 2, dev: 1, test: 1 }, seed: 4 };
    await post(owner, "/projects/p/snapshots", { name: "v1", plan: { split } });
    const query = "shape=sft-openai&stage=recognise&acceptedOnly=false";
    const at = "/projects/p/snapshots/v1/training";
    const preview = trainingPreviewSchema.parse(await (await annotator(`${at}/preview?${query}`)).json());
    const first = await (await annotator(`${at}?${query}`)).arrayBuffer();
    const files = await linesIn(await annotator(`${at}?${query}`));
    expect(files["train.jsonl"]).toHaveLength(
      preview.counts.find(({ part }) => part === "train")?.examples ?? 0,
    );
    expect(preview.first).toEqual(files["train.jsonl"]?.slice(0, 3));
    expect(
      Buffer.from(await (await annotator(`${at}?${query}`)).arrayBuffer()).equals(Buffer.from(first)),
    ).toBe(true);
    expect(await problemIn(await annotator(`${at}?shape=docx`))).toEqual(invalidInput);
    expect(await problemIn(await outsider(`${at}?${query}`))).toEqual(notFound);
    expect(await problemIn(await owner("/projects/p/snapshots/none/training?shape=sft-trl"))).toEqual(
      notFound,
    );
  });

  it("of a selection has nothing that a snapshot holds out", async () => {
    const heldOut = new Set(
      await Promise.all(
        ["dev", "test"].map(async (split) =>
          (await (await owner(`/projects/p/snapshots/v1/download?split=${split}`)).text()).trim().split("\n"),
        ),
      ).then((files) => files.flat().map((line): string => JSON.parse(line).source_text)),
    );
    expect(heldOut.size).toBeGreaterThan(0);
    const selection = { plan: { split: { by: "none" } }, options: { ...options, stages: ["translate"] } };
    const response = await post(annotator, "/projects/p/training", selection);
    const files = await linesIn(response);
    expect(files["train.jsonl"]?.length).toBe(12 - heldOut.size);
    for (const text of heldOut) {
      for (const [name, lines] of Object.entries(files)) {
        expect(
          lines.some((line) => line.includes(text)),
          `${text} in ${name}`,
        ).toBe(false);
      }
    }
    const preview = await post(annotator, "/projects/p/training/preview", selection);
    expect(await preview.json()).toMatchObject({ heldBack: heldOut.size });
    expect(Object.keys(files)).toContain("selection.json");
    const [latest] = await world().as(world().owner).exports.history({ project: "p" });
    expect(latest).toMatchObject({
      via: "script",
      snapshot: null,
      user: "Ann",
      selection: { layer: "review" },
    });
  });

  it("of hidden layers is not for annotators, whichever way they are named", async () => {
    for (const plan of [
      { layer: "gold", split: { by: "none" } },
      { machineLayer: "gold", split: { by: "none" } },
    ]) {
      for (const path of ["/projects/p/training", "/projects/p/training/preview"]) {
        expect(await problemIn(await post(annotator, path, { plan, options }))).toEqual(notFound);
        const response = await post(owner, path, { plan, options });
        expect(response.status).toBe(200);
        await response.arrayBuffer();
      }
    }
    expect(await problemIn(await post(owner, "/projects/p/training", { options }))).toEqual(invalidInput);
  });
});

describe("fine-tunings", () => {
  const settings = { baseUrl: "http://127.0.0.1:9/v1", baseModel: "base" };

  it("are started, looked at and cancelled by managers", async () => {
    const at = "/projects/p/fine-tunings";
    const started = await post(owner, at, { snapshot: "v1", settings });
    expect(started.status).toBe(202);
    const place = (started.headers.get("location") ?? "").replace("/api/v1", "");
    expect(await (await owner(place)).json()).toMatchObject({ snapshot: "v1", state: "waiting" });
    expect(await (await owner(at)).json()).toHaveLength(1);
    for (const verb of ["cancel", "retry", "cancel"]) {
      expect((await owner(`${place}/${verb}`, { method: "POST" })).status).toBe(200);
      expect(await problemIn(await annotator(`${place}/${verb}`, { method: "POST" }))).toEqual(forbidden);
    }
    expect(await problemIn(await annotator(at))).toEqual(forbidden);
    expect(await problemIn(await annotator(place))).toEqual(forbidden);
    expect(await problemIn(await outsider(at))).toEqual(notFound);
    expect(await problemIn(await post(annotator, at, { snapshot: "v1", settings }))).toEqual(forbidden);
    const elsewhere = { ...settings, baseUrl: "https://elsewhere.example/v1" };
    expect(await problemIn(await post(owner, at, { snapshot: "v1", settings: elsewhere }))).toEqual(
      forbidden,
    );
    expect(await problemIn(await post(owner, at, { snapshot: "v1", settings: {} }))).toEqual(invalidInput);
  });
});

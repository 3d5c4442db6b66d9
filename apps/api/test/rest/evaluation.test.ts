import { readFile } from "node:fs/promises";
import { evaluationOptionsSchema, evaluationSchema } from "@spanbridge/shared/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { invalidInput, notFound, problemIn, type RestClient, restAs } from "./client.ts";

const world = useWorld();
let owner: RestClient;
let annotator: RestClient;
let outsider: RestClient;

beforeAll(async () => {
  const { as, owner: olga, bring, member, person } = world();
  await as(olga).projects.create({ name: "p", slug: "p", sourceLang: "zh" });
  // Predicted: one right, one with its edge off, one missed.
  const short = [{ id: "s1", start: 0, end: 2, label: "PER", text: "奥巴" }];
  await bring("p", [obama("a"), obama("b", { source_entities: short }), plain("c")]);
  await bring(
    "p",
    [obama("a"), obama("b"), { ...obama("x"), id: "c", ...textOf(plain("c")), ...noEntities }],
    {
      layer: "gold",
    },
  );
  owner = await restAs(world(), olga);
  annotator = await restAs(world(), await member("Ann", "p", "annotator"));
  outsider = await restAs(world(), await person("Otto"));
});

const noEntities = { source_entities: [], english_entities: [], links: [] };
const textOf = ({ source_text, english_text }: { source_text: string; english_text: string }) => ({
  source_text,
  english_text,
});

const evaluate = (rest: RestClient, body: object | string, project = "p") =>
  rest(`/projects/${project}/evaluation`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("POST /projects/{project}/evaluation", () => {
  it("scores a layer against another", async () => {
    const response = await evaluate(owner, { gold: "gold", predicted: "predictions" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      gold: { name: "gold", hidden: true },
      segments: 3,
      predicted: {
        spans: {
          strict: { micro: { correct: 1, predicted: 2, gold: 2, precision: 0.5, recall: 0.5, f1: 0.5 } },
        },
        outcomes: { correct: 1, boundary: 1, missed: 0, spurious: 0 },
      },
      other: null,
    });
  });

  it.each([
    ["zh", 0.447],
    ["ru", 0.519],
  ])("gives the known score of a word aligner on %s", async (language, strict) => {
    const project = `sample-${language}-aligner`;
    await world().as(world().owner).samples.install({ sample: project });
    const response = await evaluate(owner, { gold: "gold", predicted: "predictions", samples: 100 }, project);
    const { predicted } = evaluationSchema.parse(await response.json());
    expect(predicted.spans.strict.micro.f1).toBeCloseTo(strict, 3);
  });

  it("gives the known score of a word aligner on German files that came in over REST, as the app does", async () => {
    const app = world().as(world().owner);
    await app.projects.create({ name: "German", slug: "german", sourceLang: "de" });
    const bring = async (file: string, layer: string) => {
      const body = new Blob([
        await readFile(new URL(`../data/${file}-en.jsonl.gz`, import.meta.url)),
      ]).stream();
      const query = `layer=${layer}&name=${file}-en.jsonl.gz`;
      const response = await owner(`/projects/german/import?${query}`, { method: "POST", body });
      expect(await response.json()).toMatchObject({ outcome: "imported", rows: 499, skipped: 0 });
    };
    await bring("pred_eflomal_de", "predictions");
    await bring("pud_de", "gold");
    const options = { gold: "gold", predicted: "predictions", samples: 100 };
    const { predicted } = evaluationSchema.parse(await (await evaluate(owner, options, "german")).json());
    expect(predicted.spans.strict.micro.f1).toBeCloseTo(0.5876, 4);
    const inApp = await app.evaluation.run({
      project: "german",
      options: evaluationOptionsSchema.parse(options),
    });
    expect(inApp.predicted.spans).toEqual(predicted.spans);
  });

  it("tells annotators nothing of hidden layers, and others nothing at all", async () => {
    const options = { gold: "gold", predicted: "predictions" };
    expect(await problemIn(await evaluate(annotator, options))).toEqual(notFound);
    expect(await problemIn(await evaluate(outsider, options))).toEqual(notFound);
    expect((await evaluate(annotator, { gold: "predictions", predicted: "review" })).status).toBe(200);
  });

  it("works on archived projects", async () => {
    const archive = (archived: boolean) =>
      world().as(world().owner).projects.update({ project: "p", data: { archived } });
    await archive(true);
    expect((await evaluate(owner, { gold: "gold", predicted: "predictions" })).status).toBe(200);
    await archive(false);
  });

  it("refuses what is no such thing", async () => {
    for (const body of ["", "[]", {}, { gold: "gold", predicted: "predictions", samples: 1 }]) {
      expect(await problemIn(await evaluate(owner, body))).toEqual(invalidInput);
    }
    expect(await problemIn(await evaluate(owner, { gold: "gold", predicted: "no such" }))).toEqual(notFound);
    expect(await problemIn(await evaluate(owner, { gold: "gold", predicted: "x" }, "nothing"))).toEqual(
      notFound,
    );
  });
});

describe("GET /projects/{project}/comparison", () => {
  const compare = (rest: RestClient, query: string) => rest(`/projects/p/comparison?${query}`);

  it("holds two layers against each other", async () => {
    const response = await compare(owner, "a=predictions&b=gold");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      segments: { both: 3, different: 1, only_a: 0, only_b: 0 },
      counts: { same: 1, boundary: 1, only_a: 0, only_b: 0 },
    });
  });

  it("refuses what may not be seen or makes no sense", async () => {
    expect(await problemIn(await compare(annotator, "a=predictions&b=gold"))).toEqual(notFound);
    expect(await problemIn(await compare(owner, "a=gold&b=gold"))).toEqual(invalidInput);
    expect(await problemIn(await compare(owner, "a=gold"))).toEqual(invalidInput);
  });
});

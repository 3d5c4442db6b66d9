import { allCodecs } from "@spanbridge/formats";
import { beforeAll, describe, expect, it } from "vitest";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import {
  conflict,
  forbidden,
  invalidInput,
  notFound,
  problemIn,
  type RestClient,
  restAs,
  restWith,
} from "./client.ts";

const world = useWorld();
let owner: RestClient;
let annotator: RestClient;
let outsider: RestClient;

beforeAll(async () => {
  const { as, owner: olga, bring, member, person } = world();
  await as(olga).projects.create({ name: "News", slug: "news", sourceLang: "zh" });
  await bring("news", [obama("a", { doc: "d1" }), plain("b", { doc: "d2" }), obama("c", { doc: "d1" })]);
  await bring("news", [obama("a")], { layer: "gold" });
  owner = await restAs(world(), olga);
  annotator = await restAs(world(), await member("Ann", "news", "annotator"));
  outsider = await restAs(world(), await person("Otto"));
});

const json = async (response: Response): Promise<unknown> => {
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^application\/json/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return response.json();
};

it("the document is there for everybody", async () => {
  const document: unknown = await (await restWith(world(), undefined)("/openapi.json")).json();
  expect(document).toMatchObject({
    openapi: "3.1.0",
    security: [{ key: [] }],
    paths: { "/projects/{project}/export": { get: { operationId: "exportFile" } } },
    components: { schemas: { Problem: { type: "object" } } },
  });
});

describe("GET /me", () => {
  it("says whose key it is", async () => {
    expect(await json(await owner("/me"))).toMatchObject({ name: "Olga", role: "owner" });
    expect(await json(await outsider("/me"))).toMatchObject({ name: "Otto", role: "member" });
  });
});

describe("GET /projects", () => {
  it("lists what the person may see", async () => {
    expect(await json(await annotator("/projects"))).toMatchObject([
      { slug: "news", counts: { pending: 3 } },
    ]);
    expect(await json(await outsider("/projects"))).toEqual([]);
    expect(await json(await owner("/projects?archived=true"))).toEqual([]);
  });

  it.each(["archived=perhaps", "archved=true", "archived=true&archived=false"])(
    "?%s is refused by name",
    async (query) => {
      const response = await owner(`/projects?${query}`);
      const body: unknown = await response.clone().json();
      expect(await problemIn(response)).toEqual(invalidInput);
      expect(body).toMatchObject({ issues: [{ in: "query" }] });
    },
  );
});

describe("POST /projects", () => {
  const create = (rest: RestClient, body: string) => rest("/projects", { method: "POST", body });

  it("makes one, for the owner", async () => {
    const made = await create(owner, JSON.stringify({ name: "Made by REST", sourceLang: "th" }));
    expect(made.status).toBe(201);
    expect(made.headers.get("location")).toBe("/api/v1/projects/made-by-rest");
    expect(await made.json()).toMatchObject({ slug: "made-by-rest", pivotLang: "en", may: { manage: true } });
    expect(await problemIn(await create(annotator, '{"name":"x","sourceLang":"th"}'))).toEqual(forbidden);
  });

  it("refuses what is no project, and says where", async () => {
    expect(await problemIn(await create(owner, "{"))).toEqual(invalidInput);
    const response = await create(owner, JSON.stringify({ name: "", sourceLang: "klingon!" }));
    expect(await response.json()).toMatchObject({
      code: "invalid_input",
      issues: [
        { in: "body", at: "name" },
        { in: "body", at: "sourceLang" },
      ],
    });
    expect(await problemIn(await create(owner, '{"name":"N","slug":"news","sourceLang":"zh"}'))).toEqual(
      conflict,
    );
    const large = JSON.stringify({ name: "x".repeat(2_000_000), sourceLang: "th" });
    expect(await problemIn(await create(owner, large))).toEqual({ status: 413, code: "too_large" });
  });
});

describe("GET /projects/{project}", () => {
  it("tells annotators nothing of hidden layers", async () => {
    const layers = async (rest: RestClient) => {
      const detail = (await json(await rest("/projects/news"))) as { layers: { name: string }[] };
      return detail.layers.map(({ name }) => name);
    };
    expect(await layers(owner)).toEqual(["review", "predictions", "gold"]);
    expect(await layers(annotator)).toEqual(["review", "predictions"]);
  });

  it("does not exist for others", async () => {
    expect(await problemIn(await outsider("/projects/news"))).toEqual(notFound);
    expect(await problemIn(await owner("/projects/nothing"))).toEqual(notFound);
    expect(await problemIn(await owner("/projects/%2e%2e"))).toEqual(notFound);
    expect(await problemIn(await owner("/projects/No_Slug"))).toEqual(invalidInput);
  });
});

it("GET /formats", async () => {
  const formats = await json(await outsider("/formats"));
  expect(formats).toMatchObject(allCodecs.map(({ id }) => ({ id })));
  expect(formats).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: "pairs", imports: true, exports: true, lossless: true }),
    ]),
  );
});

it("GET /projects/{project}/documents", async () => {
  expect(await json(await annotator("/projects/news/documents"))).toEqual([
    { name: "d1", segments: 2, firstNumber: 1 },
    { name: "d2", segments: 1, firstNumber: 2 },
  ]);
  expect(await problemIn(await outsider("/projects/news/documents"))).toEqual(notFound);
});

describe("GET /projects/{project}/segments", () => {
  type Page = { segments: { id: string; source_entities: object[] }[]; next: number | null };
  const page = async (rest: RestClient, query: string): Promise<Page> =>
    (await json(await rest(`/projects/news/segments?${query}`))) as Page;

  it("goes through all of them, page by page", async () => {
    const seen: string[] = [];
    let after: number | null = 0;
    let pages = 0;
    while (after !== null) {
      const { segments, next }: Page = await page(annotator, `limit=2&after=${after}`);
      seen.push(...segments.map(({ id }) => id));
      after = next;
      pages++;
    }
    expect([seen, pages]).toEqual([["a", "b", "c"], 2]);
  });

  it("gives rows of the pairs format", async () => {
    const { segments, next } = await page(annotator, "document=d1&limit=1");
    expect(segments).toEqual([obama("a", { doc: "d1" })]);
    expect(next).toBe(1);
  });

  it("takes the filters of an export", async () => {
    expect((await page(owner, "document=d1")).segments.map(({ id }) => id)).toEqual(["a", "c"]);
    expect((await page(owner, "document=d1&document=d2")).segments).toHaveLength(3);
    expect((await page(owner, "state=accepted")).segments).toEqual([]);
    expect(await page(owner, "after=3")).toEqual({ segments: [], next: null });
    expect((await page(owner, "layer=gold")).segments.map(({ id }) => id)).toEqual(["a"]);
  });

  it("shows the hidden gold layer to managers only", async () => {
    const hidden = await annotator("/projects/news/segments?layer=gold");
    const missing = await annotator("/projects/news/segments?layer=goldy");
    expect((await hidden.clone().text()).replace("gold", "")).toBe(
      (await missing.clone().text()).replace("goldy", ""),
    );
    expect(await problemIn(hidden)).toEqual(notFound);
    expect(await problemIn(await outsider("/projects/news/segments"))).toEqual(notFound);
  });

  it.each(["limit=0", "limit=501", "limit=x", "after=-1", "state=done", "page=2"])(
    "?%s is refused",
    async (query) => {
      expect(await problemIn(await owner(`/projects/news/segments?${query}`))).toEqual(invalidInput);
    },
  );
});

it("anything else is a problem, too", async () => {
  expect(await problemIn(await owner("/nothing"))).toEqual(notFound);
  expect(await problemIn(await owner("/projects", { method: "DELETE" }))).toEqual(notFound);
});

import { beforeAll, expect, it } from "vitest";
import { useWorld } from "../helpers/world.ts";
import { forbidden, invalidInput, notFound, problemIn, type RestClient, restAs } from "./client.ts";

const world = useWorld();
let owner: RestClient;
let annotator: RestClient;
let outsider: RestClient;

beforeAll(async () => {
  const { as, owner: olga, member, person } = world();
  await as(olga).projects.create({ name: "p", slug: "p", sourceLang: "zh" });
  owner = await restAs(world(), olga);
  annotator = await restAs(world(), await member("Ann", "p", "annotator"));
  outsider = await restAs(world(), await person("Otto"));
});

const bring = (rest: RestClient, body: string | ReadableStream) =>
  rest("/projects/p/memory/import", { method: "POST", body });

it("memory is brought in, listed and taken out as lines that come in again", async () => {
  const lines = "english\tsource\tlabel\nObama\t奥巴马\tPER\nBerlin\t柏林\nBerlin\t柏林市\tLOC\nbroken\n";
  const brought = await bring(owner, new Blob([lines]).stream());
  expect(await brought.json()).toEqual({
    added: 3,
    known: 0,
    problems: [{ line: 5, message: expect.stringContaining("tab") }],
  });
  const out = await annotator("/projects/p/memory/export");
  expect(out.headers.get("content-disposition")).toContain("p-memory.tsv");
  const text = await out.text();
  expect(text.split("\n").toSorted()).toEqual(
    ["english\tsource\tlabel", "Obama\t奥巴马\tPER", "Berlin\t柏林\t", "Berlin\t柏林市\tLOC", ""].toSorted(),
  );
  expect(await (await bring(owner, text)).json()).toMatchObject({ added: 0, known: 3 });
  const page = await annotator("/projects/p/memory?ambiguous=true&limit=1&order=source");
  expect(await page.json()).toMatchObject({ total: 2, entries: [{ pivot: "Berlin" }] });
  const found = await annotator(`/projects/p/memory?text=${encodeURIComponent("奥")}&label=PER`);
  expect(await found.json()).toMatchObject({ total: 1, entries: [{ pivot: "Obama", origin: "import" }] });
});

it("is for members, brought in by managers, and refused where it is no text", async () => {
  expect(await problemIn(await bring(annotator, "a\tb\n"))).toEqual(forbidden);
  expect(await problemIn(await bring(outsider, "a\tb\n"))).toEqual(notFound);
  for (const path of ["/projects/p/memory", "/projects/p/memory/export"])
    expect(await problemIn(await outsider(path))).toEqual(notFound);
  expect(await problemIn(await owner("/projects/p/memory?order=beauty"))).toEqual(invalidInput);
  const bytes = new Blob([Uint8Array.of(0xff, 0xfe, 0x00)]).stream();
  expect(await problemIn(await bring(owner, bytes))).toEqual(invalidInput);
  const large = new Blob(Array.from({ length: 21 }, () => "x".repeat(1_000_000))).stream();
  expect(await problemIn(await bring(owner, large))).toEqual({ status: 413, code: "too_large" });
});

import { wikipediaBuildSchema } from "@spanbridge/shared/contracts";
import { expect, it } from "vitest";
import { z } from "zod";
import { smallWorld } from "../../../../e2e/support/wikipedia/world.ts";
import { startSearches } from "../../src/wikipedia/work.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";
import { useWikipedia } from "../wikipedia/support.ts";
import { conflict, forbidden, invalidInput, notFound, problemIn, restAs } from "./client.ts";

const wikipedia = useWikipedia(smallWorld);
const world = useWorld();

it("names are looked up, judged, put into memory and taken back", async () => {
  const { as, owner: olga, bring, member, person, app } = world();
  await as(olga).projects.create({ name: "p", slug: "p", sourceLang: "zh" });
  await bring(
    "p",
    ["Berlin", "Nobody", "Burma"].map((name, index) => ({
      id: `${index}`,
      source_text: "文字",
      english_text: name,
      english_entities: [{ id: "e1", start: 0, end: [...name].length, label: "LOC" }],
    })),
  );
  const owner = await restAs(world(), olga);
  const annotator = await restAs(world(), await member("Ann", "p", "annotator"));
  const outsider = await restAs(world(), await person("Otto"));
  const at = "/projects/p/wikipedia";
  const post = (rest: typeof owner, path: string, body?: object) =>
    rest(at + path, { method: "POST", ...(body && { body: JSON.stringify(body) }) });

  expect(await problemIn(await post(owner, "", { source: "open" }))).toEqual(forbidden);
  await as(olga).wikipedia.setSettings({ apiBase: wikipedia().apiBase, contact: "", allowed: true });
  expect(await (await owner(`${at}/names?source=open`)).json()).toMatchObject({ names: 3, wiki: "zh" });
  expect(await problemIn(await owner(`${at}/names?source=none`))).toEqual(invalidInput);
  expect(await problemIn(await post(annotator, "", { source: "open" }))).toEqual(forbidden);

  const started = await post(owner, "", { source: "open" });
  expect(started.status).toBe(202);
  expect(started.headers.get("location")).toBe("/api/v1/projects/p/wikipedia");
  const { id } = wikipediaBuildSchema.parse(await started.json());
  expect(await (await post(owner, `/${id}/cancel`)).json()).toMatchObject({ state: "cancelled" });
  await post(owner, `/${id}/resume`);
  const stop = await startSearches(app);
  try {
    await until(async () => {
      const [search] = z.array(wikipediaBuildSchema).parse(await (await annotator(at)).json());
      return search?.state === "done";
    });
  } finally {
    stop();
    await app.jobs.stop();
  }
  const names = async (query: string): Promise<unknown> =>
    (await annotator(`${at}/${id}/names?${query}`)).json();
  expect(await problemIn(await post(owner, `/${id}/cancel`))).toEqual(conflict);
  expect(await names("only=accepted&limit=1")).toMatchObject({ total: 2, outcomes: [{ name: "Berlin" }] });
  expect(await names("only=rejected&reason=no_article")).toMatchObject({ outcomes: [{ name: "Nobody" }] });
  expect(await (await post(owner, `/${id}/add`, {})).json()).toEqual({ added: 2, known: 0 });
  expect(await (await post(owner, `/${id}/take-back`)).json()).toEqual({ removed: 2, kept: 0 });
  expect(await problemIn(await outsider(at))).toEqual(notFound);
});

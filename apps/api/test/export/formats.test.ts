import { exportCodecs } from "@spanbridge/formats";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { useSite } from "../helpers/listening.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);
const project = "many";
let cookie = "";

beforeAll(async () => {
  await world().as(world().owner).projects.create({ name: project, sourceLang: "zh" });
  await world().bring(project, [obama("a", { doc: "one" }), obama("b", { doc: "two" })]);
  cookie = await site().signIn(world().owner);
});

const get = (query: string) =>
  fetch(`${site().url}/api/projects/${project}/export?${query}`, { headers: { cookie } });
const importFile = (query: string, body: string | Uint8Array) =>
  fetch(`${site().url}/api/projects/${project}/import?${query}`, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: { cookie, "content-type": "application/octet-stream", origin: site().url },
  });

describe("every format", () => {
  it.each(exportCodecs.map(({ id }) => id))("%s comes as a file with a name", async (format) => {
    const response = await get(`format=${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/filename="many-review\.[a-z0-9]+"/);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10);
  });

  it("takes its options from the address", async () => {
    const text = await (await get("format=conll&option=layout%3Dtwo&option=scheme%3Dbioes")).text();
    expect(text).toContain("\tE-PER\n");
    const archive = unzipSync(new Uint8Array(await (await get("format=hf-parquet")).arrayBuffer()));
    expect(Object.keys(archive)).toEqual(["data/train-00000-of-00001.parquet", "README.md"]);
    expect(new TextDecoder().decode(archive["README.md"])).toContain('"B-PER"');
  });

  it.each(["format=docx", "format=conll&option=scheme%3Dwrong", "format=conll&option=color%3Dred"])(
    "refuses %s",
    async (query) => {
      const response = await get(query);
      expect(response.status).toBe(400);
    },
  );

  it("comes in again as a format that is named, with mapped labels", async () => {
    const parquet = new Uint8Array(
      await (await get("format=hf-parquet&option=package%3Dfile")).arrayBuffer(),
    );
    const again = await importFile("layer=gold&name=x.parquet", parquet);
    expect(await again.json()).toMatchObject({ outcome: "imported", format: "hf-parquet", imported: 2 });
    const lines = "Rom B-GPE\n. O\n";
    const mapped = await importFile("format=conll&name=x.txt&option=label_map%3DGPE%3DLOC", lines);
    expect(await mapped.json()).toMatchObject({
      outcome: "imported",
      format: "conll",
      imported: 1,
      spans: 1,
    });
    const unmapped = await importFile("format=conll&name=y.txt", "Bonn B-GPE\n. O\n");
    expect(await unmapped.json()).toMatchObject({ outcome: "refused", skipped: 1 });
  });
});

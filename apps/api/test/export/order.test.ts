import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { useSite } from "../helpers/listening.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);
const project = "order";
let cookie = "";
const sql = (text: string, values: unknown[] = []) => world().app.db.pool.query(text, values);

beforeAll(async () => {
  await world().as(world().owner).projects.create({ name: project, sourceLang: "zh" });
  await world().bring(
    project,
    ["a", "b", "c"].map((id) => obama(id)),
  );
  cookie = await site().signIn(world().owner);
});

async function exported(): Promise<string[]> {
  const response = await fetch(`${site().url}/api/projects/${project}/export?format=pairs`, {
    headers: { cookie },
  });
  const lines = (await response.text()).trimEnd().split("\n");
  return lines.map((line) => {
    const { id, source_entities: spans } = JSON.parse(line);
    return `${id} ${spans.length}`;
  });
}

const ids = async (): Promise<string[]> => {
  const { rows } = await sql("SELECT id FROM segment ORDER BY number");
  return rows.map(({ id }) => id);
};

it("what is imported after the clock was set back still comes behind what was there", async () => {
  // As if all had been imported in the year 2100.
  await sql("UPDATE segment SET id = ('03bb2cc3-d800' || substr(id::text, 14))::uuid");
  await world().bring(
    project,
    ["d", "e"].map((id) => obama(id)),
  );
  expect([...(await ids())].sort()).toEqual(await ids());
  expect(await exported()).toEqual(["a 1", "b 1", "c 1", "d 1", "e 1"]);
});

it("projects of older versions whose ids do not ascend are found, and exported in the order of their numbers", async () => {
  const update = readFileSync(
    new URL("../../../../prisma/migrations/0012_ids_ascend/migration.sql", import.meta.url),
    "utf8",
  ).slice(-1000);
  const statement = update.slice(update.indexOf("UPDATE"));
  const flag = async () => (await sql("SELECT ids_ascend FROM project WHERE slug = $1", [project])).rows;
  await sql(statement);
  expect(await flag()).toEqual([{ ids_ascend: true }]);
  await sql("UPDATE segment SET id = ('01' || substr(id::text, 3))::uuid WHERE number = 4");
  await sql(statement);
  expect(await flag()).toEqual([{ ids_ascend: false }]);
  expect(await exported()).toEqual(["a 1", "b 1", "c 1", "d 1", "e 1"]);
});

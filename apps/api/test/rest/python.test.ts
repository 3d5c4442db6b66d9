import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useSite } from "../helpers/listening.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);
const scripts = path.resolve(import.meta.dirname, "../../../../docs/python");

/** A Python that has these libraries; they are not ours to install. */
const pythonWith = (...libraries: string[]): string | undefined =>
  ["python3", "/usr/bin/python3"].find(
    (python) => spawnSync(python, ["-c", `import ${libraries.join(", ")}`]).status === 0,
  );

const cases = [
  { library: "requests", python: pythonWith("requests") },
  { library: "pandas", python: pythonWith("requests", "pandas") },
  { library: "datasets", python: pythonWith("requests", "datasets") },
  { library: "spacy", python: pythonWith("requests", "spacy") },
];

let dir = "";
let key = "";
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-python-"));
  const { as, owner, bring } = world();
  await as(owner).projects.create({ name: "Py", slug: "py", sourceLang: "zh" });
  await bring("py", [obama("a"), obama("b")]);
  key = (await as(owner).keys.create({ name: "python", days: null })).key;
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function runScript(python: string, library: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(python, [path.join(scripts, `with_${library}.py`), ...args], {
    cwd: dir,
    env: {
      ...process.env,
      PYTHONIOENCODING: "utf-8",
      PYTHONDONTWRITEBYTECODE: "1",
      SPANBRIDGE_URL: site().url,
      SPANBRIDGE_PROJECT: "py",
      SPANBRIDGE_KEY: key,
    },
  });
  return stdout;
}

describe("the scripts of docs/python", () => {
  for (const { library, python } of cases) {
    const name = `with_${library}.py${python ? "" : ` (skipped: no python3 with ${library} here)`}`;
    it.skipIf(!python)(name, async () => {
      if (!python) return;
      const file = path.join(dir, "more.jsonl");
      await writeFile(file, `${JSON.stringify(obama("c"))}\nno row\n`);
      const said = await runScript(python, library, ...(library === "requests" ? [file] : []));
      expect(said).toMatch(expectations[library] ?? /never/);
      if (library !== "requests") return;
      expect(said).toMatch(/dry run: imported 1 of 2\n {2}row 2: .+\nimport: imported 1 of 2/);
      // Nobody has accepted anything yet.
      expect(await readFile(path.join(dir, "py.jsonl"), "utf8")).toBe("");
    });
  }
});

const expectations: Readonly<Record<string, RegExp>> = {
  requests: /^Py \{'pending': 2,/,
  pandas: /\d linked names[\s\S]*PER +奥巴马 +Obama/,
  datasets: /a \['奥巴马'\]/,
  spacy: /py\.spacy: \d documents, (\d) of \1 entities/,
};

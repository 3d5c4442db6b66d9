import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { restRoutes } from "../../src/http/rest/routes.ts";

it("docs/rest.md lists every endpoint, as it says of itself", async () => {
  const text = await readFile(path.resolve(import.meta.dirname, "../../../../docs/rest.md"), "utf8");
  const listed = text.split("\n").filter((line) => /^\| `[A-Z]+ \/(?!openapi)/.test(line));
  const there = restRoutes.map(
    ({ method, path, operation }) => `| \`${method.toUpperCase()} ${path}\` | ${operation.summary} |`,
  );
  expect(listed).toEqual(there);
});

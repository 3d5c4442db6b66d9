import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explain } from "./failure.ts";
import { type Layout, layoutOf } from "./layout.ts";

let layout: Layout;
beforeAll(async () => {
  layout = layoutOf(await mkdtemp(path.join(tmpdir(), "spanbridge-failure-")));
});
afterAll(() => rm(layout.dataDir, { recursive: true }));

test.each([
  ['PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device', "diskFull"],
  ["FATAL:  could not extend file\nHINT:  Check free disk space.", "diskFull"],
  ['initdb: error: could not create directory "/data": Permission denied', "notWritable"],
  ["could not open file: Read-only file system", "notWritable"],
  ['FATAL:  data directory "/data" has wrong ownership', "notWritable"],
  ["FATAL:  database files are incompatible with server", "otherPostgresVersion"],
  ["FATAL:  could not map anonymous shared memory: Cannot allocate memory", "startFailed"],
  ["", "startFailed"],
])("%j is %s", async (words, kind) => {
  const { problem } = await explain(words, layout, (gist) => gist);
  expect(problem.kind).toBe(kind);
});

test("the gist is PostgreSQL's last complaint, without its prefix and without what it told early clients", async () => {
  const words = `2026-01-01 00:00:00 UTC [7]  LOG:  starting
2026-01-01 00:00:00 UTC [7]  FATAL:  could not load library "x"
2026-01-01 00:00:00 UTC [8] postgres FATAL:  the database system is starting up
2026-01-01 00:00:00 UTC [7]  LOG:  database is shut down`;
  const { problem } = await explain(words, layout, (gist) => `It did not start: ${gist}.`);
  expect(problem.userMessage).toBe('It did not start: could not load library "x".');
});

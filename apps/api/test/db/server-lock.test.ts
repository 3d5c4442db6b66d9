import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { heldLock, SERVER } from "../../src/db/locks.ts";
import { silentLog as log } from "../../src/db/log.ts";
import { type Database, openDatabase } from "../../src/db/open.ts";
import { writeServerFile } from "../../src/db/server-file.ts";
import { claimServer, type ServerClaim } from "../../src/db/server-lock.ts";
import { startProcess, until, useDataDir } from "../support/processes.ts";

const shared = useDataDir();
const lost = (): never => {
  throw new Error("the claim was lost");
};

async function open(): Promise<Database> {
  const opened = await openDatabase({ dataDir: shared(), databaseUrl: undefined }, log);
  if (!opened.ok) throw new Error(opened.error.detail);
  return opened.value;
}

function claimed(claim: ServerClaim): Extract<ServerClaim, { kind: "claimed" }> {
  if (claim.kind !== "claimed") throw new Error(`another server runs at ${claim.url}`);
  return claim;
}

test("a second server is told where the first one listens", async () => {
  const first = startProcess("server", shared());
  expect(await first.said).toMatchObject({ kind: "open" });
  const url = `http://127.0.0.1:${first.child.pid}/`;
  const second = startProcess("server", shared());
  expect(await second.said).toEqual({ kind: "running", url });
  await second.close();
  await first.close();
  await expect(readFile(path.join(shared(), "server.json"))).rejects.toMatchObject({ code: "ENOENT" });
});

test("a killed server leaves the place free at once, whatever its file says", async () => {
  const first = startProcess("server", shared());
  await first.said;
  const database = await open();
  await first.kill();
  const claim = claimed(await claimServer(database, { log, onLost: lost }));
  await claim.announce("http://127.0.0.1:4400/");
  expect(await claimServer(database, { log, onLost: lost })).toMatchObject({
    kind: "running",
    url: "http://127.0.0.1:4400/",
    pid: process.pid,
  });
  await claim.release();
  await database.close();
});

test("a file that is not of the server that runs is not believed", async () => {
  const database = await open();
  const claim = claimed(await claimServer(database, { log, onLost: lost }));
  await writeServerFile(database.dataDir, { url: "http://127.0.0.1:1/", pid: process.pid, session: "1 1" });
  expect(await claimServer(database, { log, onLost: lost, patienceMs: 0 })).toEqual({
    kind: "running",
    url: undefined,
    pid: undefined,
  });
  await claim.release();
  await database.close();
});

test("the claim is renewed when PostgreSQL restarts under it", async () => {
  const database = await open();
  const claim = claimed(await claimServer(database, { log, onLost: lost }));
  await claim.announce("http://127.0.0.1:4400/");
  const holders = (): Promise<number[]> =>
    database.pool.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE ${heldLock(SERVER)}`).then(
      ({ rows }) => rows.map((row) => row.pid),
      () => [],
    );
  const [before = 0] = await holders();
  // The death of one of its processes makes PostgreSQL restart all of them.
  process.kill(before, "SIGKILL");
  await until(async () => (await holders()).some((pid) => pid !== before));
  await until(async () =>
    (await readFile(path.join(shared(), "server.json"), "utf8")).includes(`"${(await holders())[0]} `),
  );
  expect(await claimServer(database, { log, onLost: lost })).toMatchObject({ url: "http://127.0.0.1:4400/" });
  await claim.release();
  await database.close();
});

test("servers of DATABASE_URL do not exclude each other", async () => {
  const other = { kind: "server", connection: {}, dataDir: shared() } as const;
  expect(await claimServer(other, { log, onLost: lost })).toMatchObject({ kind: "claimed" });
  expect(await claimServer(other, { log, onLost: lost })).toMatchObject({ kind: "claimed" });
});

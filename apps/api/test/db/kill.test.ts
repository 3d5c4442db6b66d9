import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { silentLog as log } from "../../src/db/log.ts";
import { openDatabase } from "../../src/db/open.ts";
import { postmasterPid, startProcess, temporaryDataDir } from "../support/processes.ts";

/** More rounds hit more moments: `SPANBRIDGE_KILL_ROUNDS=200 npx vitest run test/db/kill.test.ts`. */
const rounds = Number(process.env.SPANBRIDGE_KILL_ROUNDS ?? 3);

/** A start from nothing takes about this long; a later kill hits a process that is open. */
const spanMs = Number(process.env.SPANBRIDGE_KILL_SPAN_MS ?? 2_000);

test(
  "killed at any moment of the first start, the data directory starts again",
  async () => {
    for (let round = 0; round < rounds; round++) {
      const dataDir = await temporaryDataDir();
      // Several kills in a row: the second try meets what the first one left.
      const moments = [(round + Math.random()) / rounds, Math.random()].map((share) =>
        Math.round(share * spanMs),
      );
      for (const moment of moments) {
        const victim = startProcess("database", dataDir);
        await Promise.race([delay(moment), victim.said.then(() => delay(Math.random() * 100))]);
        await victim.kill();
      }
      const opened = await openDatabase({ dataDir, databaseUrl: undefined }, log);
      if (!opened.ok) expect.fail(`killed after ${moments.join(" and ")} ms: ${opened.error.detail}`);
      const { prisma, close } = opened.value;
      await prisma.project.create({ data: { slug: "th", name: "ไทย", sourceLang: "th" } });
      expect(await prisma.project.count()).toBe(1);
      await close();
      expect(await postmasterPid(dataDir)).toBeUndefined();
      expect((await readdir(dataDir)).filter((name) => name.startsWith("postgres.new-"))).toEqual([]);
      expect(existsSync(path.join(dataDir, "postgres", "PG_VERSION"))).toBe(true);
    }
  },
  30_000 + rounds * 20_000,
);

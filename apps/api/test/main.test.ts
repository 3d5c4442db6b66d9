import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, openLink } from "./helpers/listening.ts";
import { type Running, start } from "./helpers/process.ts";

let dir = "";
const started: Running[] = [];

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-main-"));
});
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill("SIGTERM");
    await ended;
  }
});
afterAll(() => rm(dir, { recursive: true, force: true }));

function serve(env: Record<string, string> = {}): Running {
  const running = start("main.ts", [], { SPANBRIDGE_DATA: dir, SPANBRIDGE_PORT: "0", ...env });
  started.push(running);
  return running;
}

// Each start is a process that starts others; on a busy machine that takes its time.
describe("npm start", { timeout: 240_000 }, () => {
  it("prints the owner's link until there is an owner, then the address", async () => {
    const first = serve();
    const [, url = "", link = ""] = await first.prints(/(http:\/\/127\.0\.0\.1:\d+)(\/open#\w+)/);
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ status: "ok" });

    const second = await start("main.ts", [], { SPANBRIDGE_DATA: dir, SPANBRIDGE_PORT: "0" }).ended;
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining(url) });

    first.child.kill("SIGINT");
    expect((await first.ended).code).toBe(0);

    const third = serve();
    const [, anew = "", newLink = ""] = await third.prints(/(http:\/\/127\.0\.0\.1:\d+)(\/open#\w+)/);
    expect((await openLink(anew, link)).status).toBe(401);
    const opened = await openLink(anew, newLink);
    expect(opened.status).toBe(200);
    third.child.kill("SIGTERM");
    expect((await third.ended).code).toBe(0);

    const fourth = serve();
    const [, last = ""] = await fourth.prints(/is running at (http:\S+)\n.*npx spanbridge link/);
    const me = await fetch(`${last}/api/trpc/session.me`, { headers: { cookie: cookieOf(opened) } });
    expect(await me.json()).toMatchObject({ result: { data: { name: "Owner", role: "owner" } } });
  });

  it("says what to do when the port is taken or a setting is wrong", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    try {
      const taken = await serve({ SPANBRIDGE_PORT: String(port) }).ended;
      expect(taken).toMatchObject({ code: 1, stderr: expect.stringMatching(/SPANBRIDGE_PORT/) });
    } finally {
      other.close();
    }
    const wrong = await serve({ SPANBRIDGE_PORT: "many" }).ended;
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/SPANBRIDGE_PORT/) });
  });
});

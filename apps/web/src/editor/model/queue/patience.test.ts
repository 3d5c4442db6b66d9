import { describe, expect, test } from "vitest";
import { patience } from "./patience.ts";

function world(fail = false) {
  const log: string[] = [];
  let ready: () => void = () => undefined;
  const { write, flush } = patience(
    () =>
      new Promise((resolve) => {
        ready = resolve;
      }),
  );
  const note = (key: string, what: string): Promise<void> =>
    write(key, () => {
      log.push(what);
      return fail ? Promise.reject(new Error("No room.")) : Promise.resolve();
    });
  return { log, note, flush, ready: () => ready() };
}

describe("writes that wait for the picture", () => {
  test("are not made before, and of each key the last one only", async () => {
    const { log, note, ready } = world();
    const first = note("a", "a 1");
    void note("b", "b 1");
    const last = note("a", "a 2");
    expect(log).toEqual([]);
    ready();
    await Promise.all([first, last]);
    expect(log).toEqual(["b 1", "a 2"]);
  });

  test("wait anew when they come later", async () => {
    const { log, note, ready } = world();
    const first = note("a", "a 1");
    ready();
    await first;
    const second = note("a", "a 2");
    expect(log).toEqual(["a 1"]);
    ready();
    await second;
    expect(log).toEqual(["a 1", "a 2"]);
  });

  test("are made at once when the page goes, and only once", async () => {
    const { log, note, flush, ready } = world();
    const written = note("a", "a 1");
    flush();
    expect(log).toEqual(["a 1"]);
    ready();
    await written;
    expect(log).toEqual(["a 1"]);
  });

  test("tell everybody who waited that they failed", async () => {
    const { note, ready } = world(true);
    const all = [note("a", "a 1"), note("a", "a 2")];
    ready();
    const settled = await Promise.allSettled(all);
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});

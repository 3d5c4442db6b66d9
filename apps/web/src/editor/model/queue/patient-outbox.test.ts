import { describe, expect, test } from "vitest";
import { meta, sample } from "../test-support/fixtures.ts";
import type { Outbox, OutboxRecord } from "./outbox.ts";
import { patientOutbox } from "./patient-outbox.ts";

const record = (id: string, seq: number): OutboxRecord => ({
  version: 1,
  id,
  meta,
  base: sample(),
  seq,
  sent: [],
  waiting: [],
  givenUp: [],
});

function world(fail = false) {
  const log: string[] = [];
  const note = (what: string): Promise<void> => {
    log.push(what);
    return fail ? Promise.reject(new Error("No room.")) : Promise.resolve();
  };
  const outbox: Outbox = {
    put: ({ id, seq }) => note(`put ${id} ${seq}`),
    remove: (id) => note(`remove ${id}`),
    claim: () => Promise.resolve([]),
  };
  let ready: () => void = () => undefined;
  const patient = patientOutbox(outbox, () => new Promise((resolve) => (ready = resolve)));
  return { log, patient, ready: () => ready() };
}

describe("an outbox that waits for the picture", () => {
  test("writes nothing before, and of each record the last thing only", async () => {
    const { log, patient, ready } = world();
    const first = patient.put(record("a", 1));
    void patient.put(record("b", 1));
    const last = patient.put(record("a", 2));
    expect(log).toEqual([]);
    ready();
    await Promise.all([first, last]);
    expect(log).toEqual(["put b 1", "put a 2"]);
  });

  test("waits anew for what comes later", async () => {
    const { log, patient, ready } = world();
    const first = patient.put(record("a", 1));
    ready();
    await first;
    const gone = patient.remove("a");
    expect(log).toEqual(["put a 1"]);
    ready();
    await gone;
    expect(log).toEqual(["put a 1", "remove a"]);
  });

  test("writes at once when the page goes, and only once", async () => {
    const { log, patient, ready } = world();
    const written = patient.put(record("a", 1));
    patient.flush();
    expect(log).toEqual(["put a 1"]);
    ready();
    await written;
    expect(log).toEqual(["put a 1"]);
  });

  test("tells everybody who waited that it failed", async () => {
    const { patient, ready } = world(true);
    const all = [patient.put(record("a", 1)), patient.put(record("a", 2))];
    ready();
    const settled = await Promise.allSettled(all);
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});

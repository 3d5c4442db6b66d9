import type { Outbox } from "./outbox.ts";

type Write = { readonly run: () => Promise<void>; readonly written: Deferred };
type Deferred = { readonly promise: Promise<void>; readonly settle: (done: Promise<void>) => void };

/**
 * An outbox whose writes wait until `ready` resolves, so that the picture of an edit does not wait for them. Of several
 * writes of one record in the meantime only the last is made; all of them settle with it. `flush` makes them now: the
 * page is about to go.
 */
export function patientOutbox(outbox: Outbox, ready: () => Promise<void>): Outbox & { flush: () => void } {
  const waiting = new Map<string, Write>();
  let under = false;

  function flush(): void {
    const writes = [...waiting.values()];
    waiting.clear();
    for (const { run, written } of writes) written.settle(run());
  }

  function later(id: string, run: () => Promise<void>): Promise<void> {
    const written = waiting.get(id)?.written ?? deferred();
    // Behind what others wait for, in the order of the last calls.
    waiting.delete(id);
    waiting.set(id, { run, written });
    if (!under) {
      under = true;
      void ready().then(() => {
        under = false;
        flush();
      });
    }
    return written.promise;
  }

  return {
    put: (record) => later(record.id, () => outbox.put(record)),
    remove: (id) => later(id, () => outbox.remove(id)),
    claim: outbox.claim,
    flush,
  };
}

function deferred(): Deferred {
  let settle: Deferred["settle"] = () => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle: (done) => settle(done) };
}

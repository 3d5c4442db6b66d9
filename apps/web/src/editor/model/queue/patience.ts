/** Writes that wait for a moment when nobody waits for them. */
export type Patience = {
  /**
   * Runs it later, in place of one with the same key that still waits; the promise settles with the one that was run.
   * Different keys run in the order of their last calls.
   */
  readonly write: (key: string, run: () => Promise<void>) => Promise<void>;
  /** Runs everything now: the page is about to go. */
  readonly flush: () => void;
};

type Write = { readonly run: () => Promise<void>; readonly written: Deferred };
type Deferred = { readonly promise: Promise<void>; readonly settle: (done: Promise<void>) => void };

/** `ready` resolves when the picture of what was just done is there. */
export function patience(ready: () => Promise<void>): Patience {
  const waiting = new Map<string, Write>();
  let asked = false;

  function flush(): void {
    const writes = [...waiting.values()];
    waiting.clear();
    for (const { run, written } of writes) written.settle(run());
  }

  return {
    flush,
    write: (key, run) => {
      const written = waiting.get(key)?.written ?? deferred();
      waiting.delete(key);
      waiting.set(key, { run, written });
      if (!asked) {
        asked = true;
        void ready().then(() => {
          asked = false;
          flush();
        });
      }
      return written.promise;
    },
  };
}

function deferred(): Deferred {
  let settle: Deferred["settle"] = () => undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle: (done) => settle(done) };
}

import { setTimeout as delay } from "node:timers/promises";
import { describeCause } from "../problem.ts";
import { clearEndpoint } from "./endpoint.ts";
import { type Holder, letGo } from "./holder.ts";
import { hasEnded, stop } from "./postmaster.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { type Ground, startOrAdopt } from "./run.ts";
import { acquireStartLock } from "./start-lock.ts";

const longestPauseMs = 10_000;
const guardianPatienceMs = 60_000;

/**
 * Holds the cluster until told otherwise; when PostgreSQL dies under us it is started again. Returns the way to let go,
 * which stops the cluster when nobody else holds it.
 */
export function keep(ground: Ground, first: Holder): () => Promise<void> {
  const { layout, options } = ground;
  const closing = new AbortController();
  let holder = first;
  let closed: Promise<void> | undefined;

  const watch = (): void => {
    void holder.ended.then(async () => {
      if (closing.signal.aborted) return;
      options.log.warn("the embedded database went away; starting it again");
      await recover();
    });
  };

  const recover = async (): Promise<void> => {
    for (let pauseMs = 250; !closing.signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const error = await underLock(ground, async () => {
        if (closing.signal.aborted) return;
        holder = await startOrAdopt(ground, holder.endpoint);
        watch();
      }).then(
        () => undefined,
        (reason: unknown) => describeCause(reason),
      );
      if (error === undefined) return;
      options.log.error({ error }, "the embedded database does not start again; trying on");
      await delay(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };

  const release = (): Promise<void> =>
    underLock(ground, async () => {
      const outcome = await letGo(holder).catch(() => "others");
      if (outcome === "last") await stop(layout, ground.account, options.log);
      await holder.client.end().catch(() => undefined);
      if (outcome === "last") await clearEndpoint(holder.endpoint);
      if (outcome !== "stopping") return;
      const file = await readPostmasterFile(layout);
      if (file !== undefined) await hasEnded(file.pid, layout, guardianPatienceMs);
    });

  watch();
  return () => {
    closing.abort();
    closed ??= release();
    return closed;
  };
}

async function underLock(ground: Ground, work: () => Promise<void>): Promise<void> {
  const lock = await acquireStartLock(ground.layout.lockFile, ground.options.log);
  try {
    await work();
  } finally {
    lock.release();
  }
}

import type { EditPolicy } from "@spanbridge/shared";
import type { Later, SegmentServer } from "./ports.ts";
import { answered, caughtUp, hasUnsaved, type Queue, take } from "./queue.ts";

/** How the saving of one segment stands. `offline` and `failing` go on by themselves, `denied` waits for `retry`. */
export type SaveStatus =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "offline" }
  | { readonly kind: "failing"; readonly message: string }
  | { readonly kind: "denied"; readonly message: string };

/** The queue as its owner holds it. `set` must keep what happened to it between `get` and `set`: nothing here awaits in between. */
type Holder = {
  readonly get: () => Queue;
  readonly set: (queue: Queue) => void;
  readonly setStatus: (status: SaveStatus) => void;
};

export type Saver = {
  /** Sends what waits, unless something is on its way or a pause after a fault is not over. */
  readonly send: () => void;
  /** Sends now, whatever the pause: the connection is back, or the person asks. */
  readonly retry: () => void;
  /** No further request and no further retry; one under way is left to end. */
  readonly stop: () => void;
};

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** Milliseconds before the next attempt after this many failed ones in a row (1 = the first). */
export const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1));

/** Brings a queue to the server: one request at a time, everything that waits in one batch, retries with back-off. */
export function createSaver(
  holder: Holder,
  server: SegmentServer,
  later: Later,
  policy: () => EditPolicy,
): Saver {
  let busy = false;
  let stopped = false;
  let failures = 0;
  let callOff: (() => void) | undefined;

  async function step(): Promise<boolean> {
    holder.set(take(holder.get()));
    const base = holder.get();
    const answer = await server.commit(base, base.sent);
    if (!answer.ok) return fault(answer.error);
    const next = answered(holder.get(), answer.value, policy());
    if (next) {
      holder.set(next);
      return true;
    }
    const view = await server.open();
    if (!view.ok) return fault(view.error);
    holder.set(caughtUp(holder.get(), view.value, policy()));
    return true;
  }

  function fault({ kind, message }: { kind: "unreachable" | "failing" | "denied"; message: string }): false {
    failures++;
    holder.setStatus(kind === "unreachable" ? { kind: "offline" } : { kind, message });
    if (kind !== "denied" && !stopped) callOff = later(pauseAfter(failures), retry);
    return false;
  }

  async function run(): Promise<void> {
    busy = true;
    holder.setStatus({ kind: "saving" });
    while (!stopped && hasUnsaved(holder.get())) {
      if (!(await step())) {
        busy = false;
        return;
      }
      failures = 0;
    }
    busy = false;
    if (!stopped) holder.setStatus({ kind: "saved" });
  }

  function send(): void {
    if (busy || stopped || callOff || !hasUnsaved(holder.get())) return;
    void run();
  }

  function retry(): void {
    callOff?.();
    callOff = undefined;
    send();
  }

  return {
    send,
    retry,
    stop: () => {
      stopped = true;
      callOff?.();
    },
  };
}

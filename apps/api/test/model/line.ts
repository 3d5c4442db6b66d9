import { err, ok, type Result, type Transaction } from "@spanbridge/shared";
import { expect } from "vitest";
import type { SegmentServer, ServerFault } from "../../../web/src/editor/model/queue/ports.ts";
import type { Caller } from "../helpers/world.ts";
import type { Fate } from "./acts.ts";

/** The place of every transaction in a segment's log, by its id. */
async function logOf(caller: Caller, project: string, number: number): Promise<ReadonlyMap<string, number>> {
  const { events } = await caller.review.events({ project, number, limit: 200 });
  return new Map(events.map(({ seq, transaction }) => [transaction.id, seq]));
}

/** Whether something of it is new and others have saved since its base; what is in the log already was sent before. */
function isMadeOnOld(
  log: ReadonlyMap<string, number>,
  baseSeq: number,
  transactions: readonly Transaction[],
): boolean {
  const known = transactions.flatMap(({ id }) => log.get(id) ?? []);
  const own = known.filter((seq) => seq > baseSeq).length;
  return known.length < transactions.length && baseSeq + own !== log.size;
}

/**
 * The line between a browser and the server: every request waits until the story says what becomes of it. What was
 * sent before a reload is still on its way and may arrive after it.
 */
export class Line {
  readonly #waiting: ((fate: Fate) => Promise<void>)[] = [];
  #tab = 0;

  get busy(): boolean {
    return this.#waiting.length > 0;
  }

  /** Decides the oldest request under way, and waits until it has had its effect. */
  async decide(fate: Fate): Promise<void> {
    await this.#waiting.shift()?.(fate);
  }

  /** The tab is gone: what it has sent may still arrive, but nobody sees the answers. */
  hangUp(): void {
    this.#tab++;
  }

  connect(caller: Caller, project: string, number: number): SegmentServer {
    return {
      open: () => this.#request(() => caller.review.open({ project, number })),
      commit: ({ seq: baseSeq, basis }, transactions) => {
        // As it leaves: what is sent must survive its way as text.
        const sent = JSON.parse(JSON.stringify(transactions));
        return this.#request(async () => {
          const log = await logOf(caller, project, number);
          const answer = await caller.review.commit({ project, number, baseSeq, basis, transactions: sent });
          // The server's rule, written down once more: only what was made on the newest state may come in.
          const isStale = isMadeOnOld(log, baseSeq, transactions);
          expect(answer.outcome === "stale", `base ${baseSeq} of ${log.size}: ${answer.outcome}`).toBe(
            isStale,
          );
          return answer;
        });
      },
    };
  }

  #request<T>(perform: () => Promise<T>): Promise<Result<T, ServerFault>> {
    const tab = this.#tab;
    return new Promise((answered) => {
      const resolve = (answer: Result<T, ServerFault>): void => {
        if (tab === this.#tab) answered(answer);
      };
      this.#waiting.push(async (fate) => {
        if (fate === "lost") return resolve(err({ kind: "unreachable", message: "lost" }));
        if (fate === "fails") return resolve(err({ kind: "failing", message: "broken" }));
        let answer = await perform();
        if (fate === "twice") answer = await perform();
        resolve(fate === "unanswered" ? err({ kind: "unreachable", message: "unanswered" }) : ok(answer));
      });
    });
  }
}

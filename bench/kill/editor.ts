import { setTimeout as delay } from "node:timers/promises";
import { type Annotation, applyAll, type EditPolicy, rebase, type Transaction } from "@spanbridge/shared";
import { type Api, ApiError } from "../../e2e/support/api.ts";
import { LABELS, randomEdits, transactionOf } from "../support/acts.ts";
import type { Random } from "../support/random.ts";
import type { Ledger } from "./ledger.ts";

export const policy: EditPolicy = { labels: new Set(LABELS), allowOverlap: true };

const MOST_PENDING = 60;
/** Less than what is pending at times, so that long queues go out in parts. */
const MOST_SENT = 25;

type Copy = { annotation: Annotation; seq: number; pending: Transaction[] };
type Setting = {
  readonly api: Api;
  readonly project: string;
  readonly segments: number;
  readonly user: string;
  readonly random: Random;
  readonly ledger: Ledger;
};

/**
 * A person at the review screen, without the screen: edits as fast as the server answers, keeps what was not answered
 * and sends it again under the same ids, and rebases when somebody else was first.
 */
export class Editor {
  readonly #setting: Setting;
  readonly #copies = new Map<number, Copy>();
  #stopping = false;
  outages = 0;
  rebases = 0;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  stop(): void {
    this.#stopping = true;
  }

  /** Until stopped; then until everything that was sent has its answer. */
  async run(): Promise<void> {
    const { random, segments } = this.#setting;
    this.#stopping = false;
    while (!this.#stopping) await this.#withServer(() => this.#work(1 + random.below(segments)));
    for (const [number, copy] of this.#copies) {
      while (copy.pending.length > 0) await this.#withServer(() => this.#save(number, copy));
    }
  }

  /** Anything but an answer of our server's means that it is gone for the moment. */
  async #withServer(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof ApiError && error.status < 500) throw error;
      this.outages++;
      await delay(50);
    }
  }

  async #work(number: number): Promise<void> {
    const { api, project, random, user, ledger } = this.#setting;
    let copy = this.#copies.get(number);
    if (!copy) {
      const view = await api.open(project, number);
      copy = { annotation: view.annotation, seq: view.seq, pending: [] };
      this.#copies.set(number, copy);
    }
    let annotation = current(copy);
    // While nobody answers a person does not go on for ever either.
    const wanted = Math.min(copy.pending.length + 1 + random.below(3), MOST_PENDING);
    for (let tries = 0; copy.pending.length < wanted && tries < 20; tries++) {
      const edits = randomEdits(random, annotation, user, () => new Date());
      const next = applyAll(annotation, edits, policy);
      if (edits.length === 0 || !next.ok) continue;
      const transaction = transactionOf(random, edits);
      annotation = next.value;
      copy.pending.push(transaction);
      ledger.send(number, transaction);
    }
    if (copy.pending.length > 0) await this.#save(number, copy);
  }

  async #save(number: number, copy: Copy): Promise<void> {
    const { api, project, ledger } = this.#setting;
    const sent = copy.pending.slice(0, MOST_SENT);
    const answer = await api.commit({ project, number, baseSeq: copy.seq, transactions: sent });
    switch (answer.outcome) {
      case "saved":
        ledger.settle(idsOf(sent), "acknowledged");
        copy.annotation = current({ ...copy, pending: sent });
        copy.seq = answer.seq;
        copy.pending = copy.pending.slice(sent.length);
        return;
      case "stale": {
        this.rebases++;
        const known = new Set(answer.known);
        ledger.settle(known, "acknowledged");
        const rest = copy.pending.filter(({ id }) => !known.has(id));
        const { kept, conflicts } = rebase(answer.current.annotation, rest, policy);
        ledger.settle(idsOf(conflicts.map(({ transaction }) => transaction)), "given up");
        copy.annotation = answer.current.annotation;
        copy.seq = answer.current.seq;
        copy.pending = [...kept];
        return;
      }
      case "refused":
        throw new Error(
          `The server refused what the core accepts: ${answer.refusal.code} ${answer.refusal.message}`,
        );
    }
  }
}

function current({ annotation, pending }: Copy): Annotation {
  const next = applyAll(
    annotation,
    pending.flatMap(({ edits }) => edits),
    policy,
  );
  if (!next.ok) throw new Error(`What is pending does not apply: ${next.error.code}`);
  return next.value;
}

const idsOf = (transactions: readonly Transaction[]): string[] => transactions.map(({ id }) => id);

import type { Transaction } from "@spanbridge/shared";

export type Sent = {
  readonly number: number;
  readonly transaction: Transaction;
  /** What the server has told the client about it so far. */
  state: "unknown" | "acknowledged" | "given up";
};

/** What the clients sent and what they were told: the promise that the log is held against. */
export class Ledger {
  readonly #sent = new Map<string, Sent>();

  send(number: number, transaction: Transaction): void {
    this.#sent.set(transaction.id, { number, transaction, state: "unknown" });
  }

  settle(ids: Iterable<string>, state: "acknowledged" | "given up"): void {
    for (const id of ids) {
      const sent = this.#sent.get(id);
      if (!sent) throw new Error(`${id} was never sent.`);
      if (sent.state === "acknowledged" && state === "given up")
        throw new Error(`${id} was saved and then lost.`);
      sent.state = state;
    }
  }

  get(id: string): Sent | undefined {
    return this.#sent.get(id);
  }

  of(number: number): Sent[] {
    return [...this.#sent.values()].filter((sent) => sent.number === number);
  }

  count(state: Sent["state"]): number {
    return [...this.#sent.values()].filter((sent) => sent.state === state).length;
  }
}

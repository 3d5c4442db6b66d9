import {
  type Annotation,
  applyAll,
  type Edit,
  type EditPolicy,
  err,
  type History,
  ok,
  type Result,
  type Transaction,
} from "@spanbridge/shared";
import type { CommitResult, SegmentView } from "@spanbridge/shared/contracts";
import type { SegmentMeta } from "../queue/outbox.ts";
import { type Outbox, type OutboxRecord, outboxRecordSchema } from "../queue/outbox.ts";
import type { Base, Later, SegmentServer, ServerFault } from "../queue/ports.ts";
import { historySchema, type Memories } from "../workspace/memories.ts";

/** What becomes of a request: `lost` before it arrives, `unanswered` after it was done, `twice` done two times. */
export type Fate = "arrives" | "lost" | "unanswered" | "twice" | "fails";

/** The server's rules for one segment, as simple as they can be written down. */
export class ReferenceServer {
  annotation: Annotation;
  seq = 0;
  /** How often other proposals came; as text it names them. */
  #proposals = 0;
  lastEditor: string | null = null;
  /** The seq of every transaction that is in, by its id. */
  readonly applied = new Map<string, number>();
  readonly #policy: EditPolicy;
  readonly #meta: SegmentMeta;

  constructor(annotation: Annotation, policy: EditPolicy, meta: SegmentMeta) {
    this.annotation = annotation;
    this.#policy = policy;
    this.#meta = meta;
  }

  view(): SegmentView {
    const { annotation, seq, basis, lastEditor } = this;
    return structuredClone({ ...this.#meta, annotation, seq, basis, lastEditor }) as SegmentView;
  }

  get basis(): string {
    return this.seq === 0 ? `p${this.#proposals}` : "";
  }

  commit({ seq: baseSeq, basis }: Base, transactions: readonly Transaction[], editor: string): CommitResult {
    const seqs = transactions.flatMap(({ id }) => this.applied.get(id) ?? []);
    const fresh = transactions.filter(({ id }) => !this.applied.has(id));
    if (fresh.length === 0) return { outcome: "saved", seq: Math.max(...seqs) };
    const known = transactions.filter(({ id }) => this.applied.has(id)).map(({ id }) => id);
    const otherProposals = basis !== "" && this.seq === 0 && basis !== this.basis;
    if (otherProposals || baseSeq + seqs.filter((seq) => seq > baseSeq).length !== this.seq) {
      return { outcome: "stale", current: this.view(), known };
    }
    let next = this.annotation;
    for (const { id, edits } of fresh) {
      const result = applyAll(next, edits, this.#policy);
      if (!result.ok) {
        const { code, message } = result.error;
        const refusal = { transaction: id, code, message };
        return { outcome: "refused", refusal, current: this.view(), known };
      }
      next = result.value;
    }
    this.annotation = next;
    this.lastEditor = editor;
    for (const { id } of fresh) this.applied.set(id, ++this.seq);
    return { outcome: "saved", seq: this.seq };
  }

  /** A run brings other proposals; they are shown where nobody has edited yet. */
  propose(edits: readonly Edit[]): void {
    const next = applyAll(this.annotation, edits, this.#policy);
    if (this.seq > 0 || edits.length === 0 || !next.ok) return;
    this.annotation = next.value;
    this.#proposals++;
  }

  /** Somebody else edits; an edit that does not fit is not made. */
  edit(edits: readonly Edit[], editor: string): void {
    const next = applyAll(this.annotation, edits, this.#policy);
    if (edits.length === 0 || !next.ok) return;
    this.annotation = next.value;
    this.seq++;
    this.lastEditor = editor;
  }
}

/** A connection on which every request waits until the test says what becomes of it. */
export class Network {
  readonly #waiting: ((fate: Fate) => void)[] = [];

  get busy(): boolean {
    return this.#waiting.length > 0;
  }

  /** Decides the oldest request that is under way. */
  decide(fate: Fate): void {
    this.#waiting.shift()?.(fate);
  }

  connect(server: ReferenceServer, editor: string): SegmentServer {
    return {
      open: () => this.#request(() => server.view()),
      commit: (base, transactions) =>
        this.#request(() => server.commit(base, structuredClone(transactions), editor)),
    };
  }

  #request<T>(perform: () => T): Promise<Result<T, ServerFault>> {
    return new Promise((resolve) => {
      this.#waiting.push((fate) => {
        if (fate === "lost") return resolve(err({ kind: "unreachable", message: "lost" }));
        if (fate === "fails") return resolve(err({ kind: "failing", message: "broken" }));
        const answer = perform();
        if (fate === "twice") return resolve(ok(perform()));
        resolve(fate === "unanswered" ? err({ kind: "unreachable", message: "unanswered" }) : ok(answer));
      });
    });
  }
}

/** Timers that run when the test says so. */
export class Timers {
  readonly #due = new Set<() => void>();
  readonly later: Later = (_, run) => {
    this.#due.add(run);
    return () => this.#due.delete(run);
  };

  runAll(): void {
    const due = [...this.#due];
    this.#due.clear();
    for (const run of due) run();
  }

  clear(): void {
    this.#due.clear();
  }
}

/** An outbox that outlives its tabs. What goes in must come out of its own schema unchanged. */
export class MemoryOutbox implements Outbox {
  readonly records = new Map<string, string>();

  put = (record: OutboxRecord): Promise<void> => {
    this.records.set(record.id, JSON.stringify(record));
    return Promise.resolve();
  };

  remove = (id: string): Promise<void> => {
    this.records.delete(id);
    return Promise.resolve();
  };

  claim = (number?: number): Promise<readonly OutboxRecord[]> => {
    const records = [...this.records.values()].map((text) => outboxRecordSchema.parse(JSON.parse(text)));
    return Promise.resolve(records.filter(({ meta }) => number === undefined || meta.number === number));
  };
}

/** Histories that outlive their tabs. What goes in must come out of its own schema unchanged. */
export class MemoryMemories implements Memories {
  readonly #kept = new Map<number, string>();

  put = (number: number, history: History): Promise<void> => {
    this.#kept.delete(number);
    if (history.done.length + history.undone.length > 0) this.#kept.set(number, JSON.stringify(history));
    return Promise.resolve();
  };

  get = (number: number): Promise<History | undefined> => {
    const text = this.#kept.get(number);
    return Promise.resolve(text === undefined ? undefined : historySchema.parse(JSON.parse(text)));
  };

  numbers = (): Promise<readonly number[]> => Promise.resolve([...this.#kept.keys()]);
}

/** Lets everything that is ready to run do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

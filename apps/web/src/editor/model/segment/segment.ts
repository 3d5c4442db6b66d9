import {
  type Edit,
  type EditError,
  emptyHistory,
  err,
  type History,
  type NoteId,
  noteId,
  ok,
  type Result,
  recorded,
  redo as redoStep,
  type SpanId,
  spanId,
  TRANSACTION_VERSION,
  type Transaction,
  type TransactionId,
  transactionId,
  undo as undoStep,
  without,
} from "@spanbridge/shared";
import type { Alternatives, Opinion } from "@spanbridge/shared/contracts";
import { createStore, type StoreApi } from "zustand/vanilla";
import { againEdits } from "../queue/again.ts";
import {
  isSettled,
  type Outbox,
  type OutboxRecord,
  queueFrom,
  recordOf,
  type SegmentMeta,
} from "../queue/outbox.ts";
import type { Later, SegmentServer } from "../queue/ports.ts";
import { enqueue, type GivenUp, hasUnsaved, type Queue, refreshed, withoutGivenUp } from "../queue/queue.ts";
import { createSaver } from "../queue/saver.ts";
import { type Selection, selectionOf, surviving } from "../view/rows.ts";
import { touchedSpan } from "../view/touched.ts";
import type { ProjectRules, SegmentState } from "./state.ts";
import { idle, type ToolEvent, toolAfter, toolSurviving } from "./tool.ts";

export type SegmentDeps = {
  readonly server: SegmentServer;
  readonly outbox: Outbox;
  readonly later: Later;
  /** A new UUID each time. */
  readonly newId: () => string;
  /** Called with every transaction that was applied, undo and redo included, before it is sent. */
  readonly onApplied?: (transaction: Transaction) => void;
};

export type Segment = ReturnType<typeof createSegment>;

const ofLanguage = new WeakMap<ProjectRules, Map<string, ProjectRules>>();

/** The rules for a text of another language than the project's; the same object each time, for what is drawn hangs on it. */
export function inLanguage(rules: ProjectRules, source: string | null): ProjectRules {
  if (source === null || source === rules.languages.source) return rules;
  const made = ofLanguage.get(rules) ?? new Map<string, ProjectRules>();
  ofLanguage.set(rules, made);
  const known = made.get(source) ?? { ...rules, languages: { ...rules.languages, source } };
  made.set(source, known);
  return known;
}

type Taken = { readonly title: string };

/**
 * One open segment: its state in a store, and the few ways to change it. Every change of the annotation goes through
 * `dispatch`, `undo` or `redo`, is shown at once and is on its way to the server when they return. `record` is where it
 * begins: what the outbox has kept, or the server's view as a record without edits. `past` is what could be taken back when
 * the segment was last open on this computer.
 */
export function createSegment(
  deps: SegmentDeps,
  rules: () => ProjectRules,
  record: OutboxRecord,
  past: History = emptyHistory,
) {
  const queue = queueFrom(record, rules().policy);
  const store: StoreApi<SegmentState> = createStore<SegmentState>(() => ({
    meta: record.meta,
    queue,
    history: without(past, new Set(queue.givenUp.map(({ transaction }) => transaction.id))),
    selection: undefined,
    tool: idle,
    save: hasUnsaved(queue) ? { kind: "saving" } : { kind: "saved" },
    durable: true,
    known: undefined,
    opinions: undefined,
  }));
  const get = store.getState;
  let kept = !isSettled(queue);

  /** The only place where the queue changes: what hangs on it follows, and the outbox is told. */
  function setQueue(next: Queue, history: History = get().history): void {
    const { queue: before, selection, tool } = get();
    // First, because a subscriber may change the queue again.
    keep(next);
    const gone = new Set(
      next.givenUp
        .filter((entry) => !before.givenUp.includes(entry))
        .map(({ transaction }) => transaction.id),
    );
    const has = (id: SpanId): boolean => next.current.spans.some((span) => span.id === id);
    store.setState({
      queue: next,
      history: gone.size > 0 ? without(history, gone) : history,
      selection: next.current === before.current ? selection : surviving(next.current, selection),
      tool:
        next.current === before.current
          ? tool
          : toolSurviving(tool, has, next.current.pivotText !== before.current.pivotText),
    });
  }

  function keep(next: Queue): void {
    const settled = isSettled(next);
    if (settled && !kept) return;
    kept = !settled;
    const written = settled
      ? deps.outbox.remove(record.id)
      : deps.outbox.put(recordOf(record.id, get().meta, next));
    written.then(
      () => store.setState({ durable: true }),
      () => store.setState({ durable: false }),
    );
  }

  const saver = createSaver(
    { get: () => get().queue, set: setQueue, setStatus: (save) => store.setState({ save }) },
    deps.server,
    deps.later,
    () => rules().policy,
  );

  function commit(transaction: Transaction, history: (before: History) => History): Result<Taken, EditError> {
    const next = enqueue(get().queue, transaction, rules().policy);
    if (!next.ok) return next;
    setQueue(next.value, history(get().history));
    deps.onApplied?.(transaction);
    saver.send();
    return ok({ title: transaction.title });
  }

  /** Undefined where there is nothing to do. An error leaves everything as it was. */
  const dispatch = (title: string, edits: readonly Edit[]) => perform(title, edits, "human");

  function perform(
    title: string,
    edits: readonly Edit[],
    origin: Transaction["origin"],
  ): Result<Taken, EditError> | undefined {
    if (edits.length === 0) return undefined;
    const transaction: Transaction = {
      id: transactionId(deps.newId()),
      version: TRANSACTION_VERSION,
      origin,
      title,
      edits: [...edits],
    };
    return commit(transaction, (history) => recorded(history, transaction));
  }

  /** Undefined where there is nothing to take back; an error names an entry that no longer fits and was dropped. */
  function step(take: typeof undoStep): Result<Taken, EditError> | undefined {
    const { queue: now, history } = get();
    const next = take(now.current, history, transactionId(deps.newId()), rules().policy);
    if (!next) return undefined;
    if (!next.ok) {
      store.setState({ history: next.error.history });
      return err(next.error.error);
    }
    const { transaction, history: after } = next.value;
    const done = commit(transaction, () => after);
    const touched = touchedSpan(transaction, get().queue.current);
    if (touched) select(touched);
    return done;
  }

  function select(span: SpanId | undefined, row?: string): void {
    store.setState({ selection: span && selectionOf(get().queue.current, span, row) });
  }

  /** Answers a sentence where it cannot be done; the given-up edit then stays listed. */
  function tryAgain(entry: GivenUp): Result<Taken, string> {
    const { user, policy } = rules();
    const edits = againEdits(get().queue.current, entry, user, policy);
    if (!edits.ok) return edits;
    const done = dispatch(entry.transaction.title, edits.value);
    if (done && !done.ok) return err(done.error.message);
    setGone(entry.transaction.id);
    return ok({ title: entry.transaction.title });
  }

  const setGone = (id: TransactionId): void => setQueue(withoutGivenUp(get().queue, id));

  saver.send();

  return {
    number: record.meta.number,
    /** Of the project, but for the language, which is the segment's own. */
    get rules() {
      return inLanguage(rules(), get().meta.sourceLang);
    },
    store,
    dispatch,
    /** Takes back what stands in the log, by whomever: as one new transaction, which can be undone. */
    restore: (title: string, edits: readonly Edit[]) => perform(title, edits, "restore"),
    undo: () => step(undoStep),
    redo: () => step(redoStep),
    select,
    selectAs: (selection: Selection | undefined) => store.setState({ selection }),
    tool: (event: ToolEvent) => store.setState({ tool: toolAfter(get().tool, event) }),
    newSpanId: (): SpanId => spanId(deps.newId()),
    newNoteId: (): NoteId => noteId(deps.newId()),
    tryAgain,
    keepTheirs: (entry: GivenUp) => setGone(entry.transaction.id),
    adopt: (entries: readonly GivenUp[]) =>
      setQueue({ ...get().queue, givenUp: [...get().queue.givenUp, ...entries] }),
    refresh: (view: SegmentMeta & Parameters<typeof refreshed>[1]) => {
      const { annotation: _, seq: __, basis: ___, ...fresh } = view;
      store.setState({ meta: fresh });
      setQueue(refreshed(get().queue, view, rules().policy));
    },
    learn: (known: Alternatives) => store.setState({ known }),
    hear: (opinions: readonly Opinion[]) => store.setState({ opinions }),
    retry: saver.retry,
    close: saver.stop,
  };
}

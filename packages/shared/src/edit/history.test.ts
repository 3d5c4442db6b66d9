import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, idOf, transactionOf } from "../../test/arbitraries.ts";
import { arbitrarySession } from "../../test/sessions.ts";
import { type Annotation, emptyAnnotation } from "../annotation/annotation.ts";
import { setFlag } from "./commands.ts";
import { emptyHistory, type History, recorded, redo, type Step, undo, without } from "./history.ts";
import type { EditPolicy } from "./policy.ts";
import { applyTransaction } from "./transaction.ts";

type State = { annotation: Annotation; history: History };

function stepped(state: State, step: typeof undo, serial: number, policy: EditPolicy): Step | undefined {
  const result = step(state.annotation, state.history, idOf(serial), policy);
  if (result && !result.ok) throw new Error(result.error.error.message);
  return result?.value;
}

describe("history", () => {
  it("undone as a whole gives the start, redone as a whole gives the end", () => {
    fc.assert(
      fc.property(arbitrarySession("ann"), ({ policy, start, annotation, transactions }) => {
        const history = transactions.reduce(recorded, emptyHistory);
        let state: State = { annotation, history };
        let serial = 1000;
        for (
          let step = stepped(state, undo, serial, policy);
          step;
          step = stepped(state, undo, serial, policy)
        ) {
          expect(step.transaction).toMatchObject({ id: idOf(serial++), origin: "undo" });
          state = step;
        }
        expect(state.annotation).toEqual(start);
        expect(state.history.undone).toHaveLength(transactions.length);
        for (
          let step = stepped(state, redo, serial, policy);
          step;
          step = stepped(state, redo, serial, policy)
        ) {
          expect(step.transaction).toMatchObject({ id: idOf(serial++), origin: "redo" });
          state = step;
        }
        expect(state.annotation).toEqual(annotation);
        expect(state.history.undone).toEqual([]);
        expect(state.history.done.map(({ edits }) => edits)).toEqual(transactions.map(({ edits }) => edits));
      }),
    );
  });

  it("steps back and forth anywhere end where a plain list of states would", () => {
    fc.assert(
      fc.property(
        arbitrarySession("ann"),
        fc.array(fc.boolean()),
        ({ policy, start, annotation, transactions }, back) => {
          const states = [start];
          for (const transaction of transactions) {
            const next = applyTransaction(states.at(-1) ?? start, transaction, policy);
            if (next.ok) states.push(next.value);
          }
          let state: State = { annotation, history: transactions.reduce(recorded, emptyHistory) };
          let at = transactions.length;
          back.forEach((isBack, index) => {
            const step = stepped(state, isBack ? undo : redo, 1000 + index, policy);
            expect(step !== undefined).toBe(isBack ? at > 0 : at < transactions.length);
            if (!step) return;
            // What is sent does the same to the server's copy as to ours.
            expect(applyTransaction(state.annotation, step.transaction, policy)).toEqual({
              ok: true,
              value: step.annotation,
            });
            at += isBack ? -1 : 1;
            state = step;
            expect(state.annotation).toEqual(states[at]);
          });
        },
      ),
    );
  });

  it("forgets what was undone when something new is done", () => {
    const [first, second] = [transactionOf([], 1), transactionOf([], 2)];
    const history: History = { done: [], undone: [first] };
    expect(recorded(history, second)).toEqual({ done: [second], undone: [] });
  });

  it("drops an entry that others have overtaken, and changes nothing else", () => {
    const start = emptyAnnotation("源", "source");
    const flag = transactionOf(setFlag(start, true), 1);
    const history = recorded(emptyHistory, flag);
    // Somebody else has taken the flag down again.
    const result = undo(start, history, idOf(2), anyPolicy);
    expect(result).toMatchObject({ ok: false, error: { entry: flag, history: emptyHistory } });
    expect(result?.ok === false && result.error.error.code).toBe("flag_changed");
  });

  it("forgets an entry whose undo or redo was given up as a conflict", () => {
    const start = emptyAnnotation("源", "source");
    const flag = transactionOf(setFlag(start, true), 1);
    const history = recorded(emptyHistory, flag);
    const undone = undo({ ...start, flagged: true }, history, idOf(2), anyPolicy);
    if (!undone?.ok) throw new Error("undo failed");
    expect(without(undone.value.history, new Set([idOf(2)]))).toEqual(emptyHistory);
    const redone = redo(start, undone.value.history, idOf(3), anyPolicy);
    if (!redone?.ok) throw new Error("redo failed");
    expect(without(redone.value.history, new Set([idOf(3)]))).toEqual(emptyHistory);
  });
});

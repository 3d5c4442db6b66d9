import { defaultLabels } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandsFor } from "./commands.ts";
import { madePossible } from "./possible.ts";
import type { Situation } from "./situation.ts";

const modes = ["browse", "choose", "caret", "link", "absence", "revise", "drag"] as const;
const situations: fc.Arbitrary<Situation> = fc.record({
  mode: fc.constantFrom(...modes),
  mayEdit: fc.boolean(),
  hasText: fc.boolean(),
  hasTranslation: fc.boolean(),
  hasProposal: fc.boolean(),
  hasSpans: fc.boolean(),
  hasProblems: fc.boolean(),
  hasStopAhead: fc.boolean(),
  hasStopBehind: fc.boolean(),
  labelsDiffer: fc.boolean(),
  hasAlternative: fc.boolean(),
  hasCorrection: fc.boolean(),
  hasOpinions: fc.boolean(),
  selected: fc.boolean(),
  linked: fc.boolean(),
  absent: fc.boolean(),
});

const possible = situations.map(madePossible);

const hotkeys = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789"), { maxLength: 12 });

describe("the keymap", () => {
  test("gives every key one meaning at a time, whatever the project's label keys are", () => {
    fc.assert(
      fc.property(hotkeys, possible, (keys, now) => {
        const labels = keys.map((hotkey) => ({ name: hotkey, colour: 0, hotkey, description: "" }));
        const active = commandsFor(labels).filter((command) => command.when(now));
        const pressed = active.flatMap((command) => command.keys);
        expect(pressed.length).toBe(new Set(pressed).size);
      }),
    );
  });

  test("has ids that are unique, and a key for everything", () => {
    const all = commandsFor(defaultLabels);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.every(({ keys }) => keys.length > 0)).toBe(true);
  });

  test("moves its own letter aside for a label's", () => {
    const keysOf = (labels: Parameters<typeof commandsFor>[0], id: string) =>
      commandsFor(labels).find((command) => command.id === id)?.keys;
    const taken = [{ name: "Skill", colour: 0, hotkey: "s", description: "" }];
    expect(keysOf(defaultLabels, "skip")).toEqual(["s"]);
    expect(keysOf(taken, "skip")).toEqual(["Shift+s"]);
    expect(keysOf(taken, "label_Skill")).toEqual(["s"]);
    expect(keysOf([{ name: "Zero", colour: 0, hotkey: "0", description: "" }], "absence")).toEqual([
      "Shift+Digit0",
    ]);
  });

  test("changes nothing for someone who may only look", () => {
    fc.assert(
      fc.property(possible, (now) => {
        const harmless = new Set(["Go", "Other"]);
        const looking = {
          ...now,
          mayEdit: false,
          mode: "browse" as const,
          hasText: false,
          hasProposal: false,
        };
        for (const command of commandsFor(defaultLabels)) {
          if (command.when(looking)) expect(harmless.has(command.group)).toBe(true);
        }
      }),
    );
  });
});

import { defaultLabels } from "@spanbridge/shared/contracts";
import { describe, expect, test } from "vitest";
import { commandsFor } from "./commands.ts";
import { allConflicts, conflictsOf, notationOf, rebound, sameKey, withKeymap } from "./keymap.ts";

const commands = commandsFor(defaultLabels);
const keysOf = (list: typeof commands, id: string) => list.find((command) => command.id === id)?.keys;
const press = (key: string, code: string, more: object = {}) => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});

describe("keys of one's own", () => {
  test("ours are in nobody's way", () => {
    expect(allConflicts(commands).map(([a, b]) => [a.id, b.id])).toEqual([]);
  });

  test("replace ours, and the bar then shows them", () => {
    const mine = withKeymap(commands, { skip: ["w"], end_forward_word: ["Alt+l"] });
    expect(keysOf(mine, "skip")).toEqual(["w"]);
    expect(mine.find(({ id }) => id === "end_forward_word")?.shown).toBeUndefined();
    expect(keysOf(mine, "flag")).toEqual(["f"]);
  });

  test("are in the way of what can be meant at the same time, and only of that", () => {
    expect(conflictsOf(commands, "skip", "f").map(({ id }) => id)).toEqual(["flag"]);
    // Enter links while linking, labels what is selected, and accepts otherwise.
    expect(conflictsOf(commands, "link_take", "Enter")).toEqual([]);
    expect(conflictsOf(commands, "skip", "Enter").map(({ id }) => id)).toEqual(["accept"]);
    expect(conflictsOf(commands, "skip", "w")).toEqual([]);
  });

  test("can be taken from another command, which is then without", () => {
    const flag = commands.filter(({ id }) => id === "flag");
    const keymap = rebound({}, "skip", "f", flag);
    expect(keymap).toEqual({ skip: ["f"], flag: [] });
    expect(allConflicts(withKeymap(commands, keymap))).toEqual([]);
    const undo = commands.filter(({ id }) => id === "redo");
    expect(rebound({}, "undo", "$mod+y", undo)).toEqual({ undo: ["$mod+y"], redo: ["$mod+Shift+z"] });
  });

  test("are written the same however they were pressed", () => {
    expect(notationOf(press("w", "KeyW"), false)).toBe("w");
    expect(notationOf(press("W", "KeyW", { shiftKey: true }), false)).toBe("Shift+w");
    expect(notationOf(press("z", "KeyZ", { ctrlKey: true }), false)).toBe("$mod+z");
    expect(notationOf(press("z", "KeyZ", { metaKey: true }), true)).toBe("$mod+z");
    expect(notationOf(press("?", "Slash", { shiftKey: true }), false)).toBe("[Shift]+?");
    expect(notationOf(press("≈", "KeyX", { altKey: true }), true)).toBe("Alt+KeyX");
    // A Russian layout: the place of the key counts.
    expect(notationOf(press("ц", "KeyW"), false)).toBe("KeyW");
    expect(notationOf(press(")", "Digit0", { shiftKey: true }), false)).toBe("[Shift]+Digit0");
    expect(notationOf(press("Shift", "ShiftLeft", { shiftKey: true }), false)).toBeUndefined();
    expect(notationOf(press("Process", "KeyA"), false)).toBeUndefined();
    expect(sameKey("Shift+$mod+Z", "$mod+Shift+z")).toBe(true);
    expect(sameKey("Alt+KeyX", "Alt+x")).toBe(true);
    expect(sameKey("[Shift]+?", "?")).toBe(true);
    expect(sameKey("Shift+x", "x")).toBe(false);
  });
});

// @vitest-environment happy-dom
import { defaultLabels } from "@spanbridge/shared/contracts";
import { describe, expect, test } from "vitest";
import { commandsFor } from "../model/keys/commands.ts";
import type { Situation } from "../model/keys/situation.ts";
import { commandFor } from "./keys.ts";

const browsing: Situation = {
  mode: "browse",
  mayEdit: true,
  hasText: false,
  hasTranslation: true,
  hasProposal: false,
  hasSpans: true,
  hasProblems: true,
  hasStopAhead: true,
  hasStopBehind: true,
  labelsDiffer: false,
  hasAlternative: true,
  hasCorrection: true,
  hasOpinions: true,
  selected: true,
  linked: true,
  absent: false,
};
const commands = commandsFor(defaultLabels);

type Press = Partial<KeyboardEventInit> & { readonly on?: string; readonly letters?: boolean };

/** The id of what a key press means, on an element of this markup. */
function meaning(key: string, { on = "<div></div>", letters = true, ...init }: Press = {}, now = browsing) {
  document.body.innerHTML = on;
  let found: string | undefined;
  const target = document.body.firstElementChild;
  target?.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent) found = commandFor(event, commands, now, letters)?.id;
  });
  const code = init.code ?? (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key);
  target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...init, code }));
  return found;
}

describe("key presses", () => {
  test("mean the command that the table says", () => {
    expect(meaning("Enter")).toBe("accept");
    expect(meaning("p")).toBe("label_PER");
    expect(meaning("ArrowRight", { shiftKey: true })).toBe("end_forward_word");
    expect(meaning("ArrowUp", { shiftKey: true, altKey: true })).toBe("start_back_character");
    expect(meaning("z", { ctrlKey: true })).toBe("undo");
    expect(meaning("?", { shiftKey: true })).toBe("help");
    expect(meaning("y")).toBeUndefined();
  });

  test("mean the same with caps lock and on a layout of another script", () => {
    expect(meaning("P")).toBe("label_PER");
    expect(meaning("з", { code: "KeyP" })).toBe("label_PER");
    expect(meaning("ح", { code: "KeyP" })).toBe("label_PER");
    expect(meaning("я", { code: "KeyZ", ctrlKey: true })).toBe("undo");
    // Another keyboard has another letter there, and it is a Latin one: what is printed on the key counts.
    expect(meaning("y", { code: "KeyP" })).toBeUndefined();
  });

  test("leave Tab to the page from a control, and behind the last span", () => {
    expect(meaning("Tab")).toBe("stop_next");
    expect(meaning("Tab", { shiftKey: true })).toBe("stop_previous");
    expect(meaning("Tab", { on: '<div role="option"></div>' })).toBe("stop_next");
    expect(meaning("Tab", { on: "<button>Skip</button>" })).toBeUndefined();
    expect(meaning("Tab", { on: "<input>" })).toBeUndefined();
    expect(meaning("Tab", {}, { ...browsing, hasStopAhead: false })).toBeUndefined();
  });

  test("belong to the field one types into, except to leave or save the translation", () => {
    const field = "<textarea></textarea>";
    expect(meaning("p", { on: field })).toBeUndefined();
    expect(meaning("z", { on: field, ctrlKey: true })).toBeUndefined();
    const revising: Situation = { ...browsing, mode: "revise" };
    expect(meaning("Enter", { on: field, ctrlKey: true }, revising)).toBe("revise_save");
    expect(meaning("Escape", { on: field }, revising)).toBe("cancel");
    expect(meaning("Escape", { on: '<input type="search">' })).toBeUndefined();
  });

  test("leave Enter to the button that has the focus, and arrows to lists of their own", () => {
    expect(meaning("Enter", { on: "<button>Skip</button>" })).toBeUndefined();
    expect(meaning("p", { on: "<button>Skip</button>" })).toBe("label_PER");
    expect(meaning("Enter", { on: '<div role="option"></div>' })).toBe("accept");
    expect(meaning("ArrowDown", { on: "<div data-own-arrows></div>" })).toBeUndefined();
  });

  test("are never taken from an input method, and single ones can be switched off", () => {
    expect(meaning("p", { isComposing: true })).toBeUndefined();
    expect(meaning("p", { letters: false })).toBeUndefined();
    expect(meaning(".", { letters: false })).toBeUndefined();
    expect(meaning("Enter", { letters: false })).toBe("accept");
    expect(meaning("z", { letters: false, ctrlKey: true })).toBe("undo");
  });

  test("held down, they repeat only where that does no harm", () => {
    expect(meaning("Enter", { repeat: true })).toBeUndefined();
    expect(meaning("ArrowDown", { repeat: true })).toBe("row_forward");
  });
});

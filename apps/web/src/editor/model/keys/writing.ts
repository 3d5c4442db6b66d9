import { moveCaret, placeCaret } from "../actions/cursor.ts";
import { saveRevision, startRevising } from "../actions/translation.ts";
import type { CaretStep } from "../text/caret.ts";
import type { Direction } from "../text/edges.ts";
import { browsing, type Command, free } from "./command.ts";

const caretKeys: readonly (readonly [Direction, CaretStep, boolean, string])[] = [
  ["forward", "word", false, "ArrowRight"],
  ["back", "word", false, "ArrowLeft"],
  ["forward", "word", true, "Shift+ArrowRight"],
  ["back", "word", true, "Shift+ArrowLeft"],
  ["forward", "character", false, "ArrowDown"],
  ["back", "character", false, "ArrowUp"],
  ["forward", "character", true, "Shift+ArrowDown"],
  ["back", "character", true, "Shift+ArrowUp"],
  ["forward", "text", false, "End"],
  ["back", "text", false, "Home"],
  ["forward", "text", true, "Shift+End"],
  ["back", "text", true, "Shift+Home"],
];

export const writing: readonly Command[] = [
  {
    id: "caret",
    group: "Text",
    title: "Put a text cursor into the text; again: into the other text",
    hint: "text cursor",
    keys: ["t"],
    when: (now) => free(now) && now.mayEdit,
    run: placeCaret,
  },
  ...caretKeys.map(
    ([direction, step, extend, key]): Command => ({
      id: `caret_${direction}_${step}_${extend}`,
      group: "Text",
      title: `${extend ? "Select" : "Move the text cursor"} ${step === "text" ? "to" : `by one ${step}, towards`} the text's ${direction === "forward" ? "end" : "start"}`,
      ...(direction === "forward" && step !== "text"
        ? {
            hint: `${extend ? "select " : ""}${step}`,
            shown: `${extend ? "Shift+" : ""}${step === "word" ? "←→" : "↑↓"}`,
          }
        : {}),
      keys: [key],
      when: ({ mode }) => mode === "caret",
      run: (desk) => moveCaret(desk, direction, step, extend),
      repeats: true,
    }),
  ),
  {
    id: "revise",
    group: "Text",
    title: "Edit the translation",
    hint: "edit translation",
    keys: ["e"],
    when: (now) => browsing(now) && now.mayEdit && now.hasTranslation,
    run: startRevising,
  },
  {
    id: "revise_save",
    group: "Text",
    title: "Save the translation",
    hint: "save",
    keys: ["$mod+Enter"],
    when: ({ mode }) => mode === "revise",
    run: saveRevision,
    inFields: true,
  },
];

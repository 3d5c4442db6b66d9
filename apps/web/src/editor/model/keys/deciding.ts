import { stepBack } from "../actions/cursor.ts";
import { decide, redo, toggleFlag, undo } from "../actions/review.ts";
import { browsing, type Command, free } from "./command.ts";

export const decisions: readonly Command[] = [
  {
    id: "accept",
    group: "Decide",
    title: "Accept and go to the next pending segment",
    hint: "accept & next",
    keys: ["Enter"],
    when: (now) => browsing(now) && now.mayEdit,
    run: (desk) => decide(desk, "accepted"),
  },
  {
    id: "reject",
    group: "Decide",
    title: "Reject with a reason",
    hint: "reject",
    keys: ["r"],
    when: (now) => browsing(now) && now.mayEdit,
    run: (desk) => desk.host.open("reject"),
  },
  {
    id: "skip",
    group: "Decide",
    title: "Skip: leave it for later and go on",
    hint: "skip",
    keys: ["s"],
    when: (now) => browsing(now) && now.mayEdit,
    run: (desk) => decide(desk, "skipped"),
  },
  {
    id: "flag",
    group: "Decide",
    title: "Flag, or remove the flag",
    keys: ["f"],
    when: (now) => free(now) && now.mayEdit,
    run: toggleFlag,
  },
  {
    id: "note",
    group: "Decide",
    title: "Write a note",
    keys: ["m"],
    when: (now) => free(now) && now.mayEdit,
    run: (desk) => desk.host.open("note"),
  },
];

export const others: readonly Command[] = [
  {
    id: "undo",
    group: "Other",
    title: "Undo",
    keys: ["$mod+z"],
    when: (now) => now.mode !== "revise",
    run: undo,
    repeats: true,
  },
  {
    id: "redo",
    group: "Other",
    title: "Redo",
    keys: ["$mod+Shift+z", "$mod+y"],
    when: (now) => now.mode !== "revise",
    run: redo,
    repeats: true,
  },
  {
    id: "cancel",
    group: "Other",
    title: "Cancel what is under way",
    hint: "cancel",
    keys: ["Escape"],
    when: (now) => !browsing(now),
    run: stepBack,
    inFields: true,
  },
  {
    id: "deselect",
    group: "Other",
    title: "Deselect",
    keys: ["Escape"],
    when: (now) => browsing(now) && now.selected,
    run: stepBack,
  },
  {
    id: "help",
    group: "Other",
    title: "All keys",
    hint: "all keys",
    keys: ["[Shift]+?"],
    when: free,
    run: (desk) => desk.host.open("help"),
  },
];

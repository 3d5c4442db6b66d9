import { acceptAhead, readAhead } from "../actions/ahead.ts";
import { stepBack } from "../actions/cursor.ts";
import { decide, redo, toggleFlag, undo } from "../actions/review.ts";
import { browsing, type Command, free } from "./command.ts";

/** Places of the segments that are shown below the open one. */
export const AHEAD_PLACES = [1, 2, 3, 4, 5] as const;

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
    id: "accept_ahead",
    group: "Decide",
    title: "Accept this segment and all that are shown below it, and go on",
    hint: "accept all {{count}} read",
    count: readAhead,
    keys: ["Shift+Enter"],
    when: (now) => browsing(now) && now.mayEdit,
    run: (desk) => acceptAhead(desk),
  },
  ...AHEAD_PLACES.map(
    (place): Command => ({
      id: `accept_before_${place}`,
      group: "Decide",
      title: `Accept down to number ${place} of those shown below, and open that`,
      keys: [`Shift+Digit${place}`],
      when: (now) => browsing(now) && now.mayEdit,
      run: (desk) => acceptAhead(desk, place),
    }),
  ),
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
  {
    id: "palette",
    group: "Other",
    title: "Find an action, a segment, a document or a page",
    hint: "find",
    keys: ["$mod+k"],
    when: free,
    run: (desk) => desk.host.open("palette"),
    inFields: true,
  },
  {
    id: "keys",
    group: "Other",
    title: "Change the keys",
    keys: ["Alt+KeyK"],
    when: free,
    run: (desk) => desk.host.open("keys"),
  },
];

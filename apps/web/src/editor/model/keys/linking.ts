import type { AbsenceReason } from "@spanbridge/shared";
import {
  aim,
  finishLinking,
  setAbsence,
  startAbsence,
  startLinking,
  unlinkSelected,
} from "../actions/links.ts";
import { absenceSentences } from "../view/describe.ts";
import { type Command, onSpan } from "./command.ts";

const reasons: readonly (readonly [string, AbsenceReason])[] = [
  ["1", "dropped_in_translation"],
  ["2", "added_by_translation"],
  ["3", "not_an_entity_there"],
];

export const links: readonly Command[] = [
  {
    id: "link",
    group: "Links",
    title: "Link to a span of the other side",
    hint: "link",
    keys: ["n"],
    when: onSpan,
    run: startLinking,
  },
  {
    id: "unlink",
    group: "Links",
    title: "Remove the link",
    hint: "unlink",
    keys: ["u"],
    when: (now) => onSpan(now) && now.linked,
    run: unlinkSelected,
  },
  {
    id: "link_take",
    group: "Links",
    title: "Link to the one that is lit",
    hint: "link this",
    keys: ["Enter"],
    when: ({ mode }) => mode === "link",
    run: (desk) => finishLinking(desk),
  },
  ...(["forward", "back"] as const).map(
    (direction): Command => ({
      id: `link_${direction}`,
      group: "Links",
      title: direction === "forward" ? "Next one to link to" : "Previous one to link to",
      ...(direction === "forward" ? { hint: "next one" } : {}),
      keys: direction === "forward" ? ["ArrowDown", "ArrowRight"] : ["ArrowUp", "ArrowLeft"],
      when: ({ mode }) => mode === "link",
      run: (desk) => aim(desk, direction),
      repeats: true,
    }),
  ),
  {
    id: "absence",
    group: "Links",
    title: "Say that it has no counterpart",
    hint: "no counterpart",
    keys: ["0"],
    when: onSpan,
    run: startAbsence,
  },
];

/** What the digits say while the reasons are on offer. */
export const absenceMenu: readonly Command[] = [
  ...reasons.map(
    ([key, reason]): Command => ({
      id: `absence_${reason}`,
      group: "Links",
      title: `No counterpart: ${absenceSentences[reason].toLowerCase()}`,
      hint: absenceSentences[reason].toLowerCase(),
      keys: [key],
      when: ({ mode }) => mode === "absence",
      run: (desk) => setAbsence(desk, reason),
    }),
  ),
  {
    id: "absence_none",
    group: "Links",
    title: "Take 'no counterpart' back",
    hint: "has one after all",
    keys: ["0"],
    when: ({ mode, absent }) => mode === "absence" && absent,
    run: (desk) => setAbsence(desk, undefined),
  },
];

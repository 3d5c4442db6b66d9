import type { Desk } from "../actions/desk.ts";
import type { Situation } from "./situation.ts";

export const groups = ["Decide", "Go", "Spans", "Edges", "Links", "Text", "Other"] as const;
export type Group = (typeof groups)[number];

/** Something a key does. The one table that key presses, the bar of hints and the help sheet all read. */
export type Command = {
  readonly id: string;
  readonly group: Group;
  /** For the help sheet: a full phrase. */
  readonly title: string;
  /** For the bar at the bottom: one or two words. Commands without one are not shown there. */
  readonly hint?: string;
  /** For a hint with a `{{count}}` in it; without any to count there is no hint. */
  readonly count?: (desk: Desk) => number;
  /** The keys as the bar shows them, where one hint stands for several commands. */
  readonly shown?: string;
  /** In the notation of tinykeys; the first one is shown. */
  readonly keys: readonly string[];
  /** Whether it does something now. */
  readonly when: (now: Situation) => boolean;
  readonly run: (desk: Desk) => void;
  /** Whether holding the key down repeats it. */
  readonly repeats?: boolean;
  /** Whether it works while one types into a field. */
  readonly inFields?: boolean;
  /** A palette index, where the command stands for a label. */
  readonly colour?: number;
};

export const browsing = ({ mode }: Situation): boolean => mode === "browse";
/** Neither a menu of reasons nor a draft is open. */
export const free = ({ mode }: Situation): boolean =>
  mode === "browse" || mode === "choose" || mode === "caret";
export const onSpan = (now: Situation): boolean => browsing(now) && now.selected && now.mayEdit;

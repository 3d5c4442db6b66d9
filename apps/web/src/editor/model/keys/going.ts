import { selectProblem, selectRow, selectSide, selectStop } from "../actions/cursor.ts";
import { browsing, type Command, free } from "./command.ts";

export const going: readonly Command[] = [
  {
    id: "next",
    group: "Go",
    title: "Next segment",
    keys: ["j"],
    when: free,
    run: (desk) => desk.host.go("next"),
  },
  {
    id: "previous",
    group: "Go",
    title: "Previous segment",
    keys: ["k"],
    when: free,
    run: (desk) => desk.host.go("previous"),
  },
  {
    id: "stop_next",
    group: "Go",
    title: "Next signal or span, problems first; behind the last one on to the rest of the page",
    hint: "next",
    keys: ["Tab"],
    when: (now) => browsing(now) && now.hasStopAhead,
    run: (desk) => selectStop(desk, "forward"),
    repeats: true,
  },
  {
    id: "stop_previous",
    group: "Go",
    title: "Previous signal or span",
    keys: ["Shift+Tab"],
    when: (now) => browsing(now) && now.selected && now.hasStopBehind,
    run: (desk) => selectStop(desk, "back"),
    repeats: true,
  },
  {
    id: "problem_next",
    group: "Go",
    title: "Next span that is worth a look",
    keys: ["."],
    when: (now) => browsing(now) && now.hasProblems,
    run: (desk) => selectProblem(desk, "forward"),
    repeats: true,
  },
  {
    id: "problem_previous",
    group: "Go",
    title: "Previous span that is worth a look",
    keys: [","],
    when: (now) => browsing(now) && now.hasProblems,
    run: (desk) => selectProblem(desk, "back"),
    repeats: true,
  },
  ...(["forward", "back"] as const).map(
    (direction): Command => ({
      id: `row_${direction}`,
      group: "Go",
      title: direction === "forward" ? "Next entity" : "Previous entity",
      keys: [direction === "forward" ? "ArrowDown" : "ArrowUp"],
      when: (now) => browsing(now) && now.hasSpans,
      run: (desk) => selectRow(desk, direction),
      repeats: true,
    }),
  ),
  ...(["source", "pivot"] as const).map(
    (side): Command => ({
      id: `side_${side}`,
      group: "Go",
      title:
        side === "source" ? "To the source span of the entity" : "To the translation's span of the entity",
      keys: [side === "source" ? "ArrowLeft" : "ArrowRight"],
      when: (now) => browsing(now) && now.linked,
      run: (desk) => selectSide(desk, side),
    }),
  ),
  {
    id: "filter",
    group: "Go",
    title: "Filter the queue",
    keys: ["[Shift]+/"],
    when: free,
    run: (desk) => desk.host.open("filter"),
  },
  ...(
    [
      ["matrix", "g", "Links as a matrix, shown or hidden"],
      ["context", "d", "The text around the segment, shown or hidden"],
      ["ahead", "a", "The next segments below this one, to accept several at once, shown or hidden"],
      ["engines", "v", "What each engine says, beside each other, shown or hidden"],
      ["queue", "q", "The queue, shown or hidden"],
      ["entities", "b", "The entities, shown or hidden"],
    ] as const
  ).map(
    ([part, key, title]): Command => ({
      id: `view_${part}`,
      group: "Go",
      title,
      keys: [key],
      when: free,
      run: (desk) => desk.host.toggle(part),
    }),
  ),
];

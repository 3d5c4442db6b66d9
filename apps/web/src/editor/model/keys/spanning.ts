import { swap } from "../actions/alternatives.ts";
import { takeAllOf } from "../actions/opinions.ts";
import { edgeToPointer } from "../actions/pointed.ts";
import { nudge, removeSelected, takeLabelOfCounterpart, takeProposal } from "../actions/spans.ts";
import type { Direction, Edge } from "../text/edges.ts";
import type { Granularity } from "../text/snap.ts";
import { browsing, type Command, onSpan } from "./command.ts";

const edge = (which: Edge, direction: Direction, by: Granularity, keys: readonly string[]): Command => ({
  id: `${which}_${direction}_${by}`,
  group: "Edges",
  title: `Move the ${which} by one ${by}, towards the text's ${direction === "forward" ? "end" : "start"}`,
  keys,
  when: onSpan,
  run: (desk) => nudge(desk, which, direction, by),
  repeats: true,
});

export const edges: readonly Command[] = [
  { ...edge("end", "forward", "word", ["Shift+ArrowRight"]), hint: "end", shown: "Shift+←→↑↓" },
  edge("end", "back", "word", ["Shift+ArrowLeft"]),
  edge("end", "forward", "character", ["Shift+ArrowDown", "Control+Shift+ArrowRight"]),
  edge("end", "back", "character", ["Shift+ArrowUp", "Control+Shift+ArrowLeft"]),
  { ...edge("start", "forward", "word", ["Alt+Shift+ArrowRight"]), hint: "start", shown: "Alt+Shift+←→↑↓" },
  edge("start", "back", "word", ["Alt+Shift+ArrowLeft"]),
  edge("start", "forward", "character", ["Alt+Shift+ArrowDown"]),
  edge("start", "back", "character", ["Alt+Shift+ArrowUp"]),
  {
    id: "edge_here",
    group: "Edges",
    title: "Move the nearest edge to the pointer",
    keys: ["c"],
    when: (now) => browsing(now) && now.hasSpans && now.mayEdit,
    run: (desk) => edgeToPointer(desk, false),
  },
  {
    id: "other_edge_here",
    group: "Edges",
    title: "Move the other edge of that span to the pointer",
    keys: ["Alt+KeyC"],
    when: (now) => browsing(now) && now.hasSpans && now.mayEdit,
    run: (desk) => edgeToPointer(desk, true),
  },
];

export const spans: readonly Command[] = [
  {
    id: "proposal",
    group: "Spans",
    title: "Label the selected text as proposed",
    hint: "as proposed",
    keys: ["Enter"],
    when: (now) => now.hasProposal && now.mayEdit,
    run: (desk) => takeProposal(desk),
  },
  {
    id: "alternative_next",
    group: "Spans",
    title: "Put the span where the next alternative says (memory, another engine, the same words elsewhere)",
    hint: "alternative",
    keys: ["x"],
    when: (now) => onSpan(now) && now.hasAlternative,
    run: (desk) => swap(desk, "forward"),
  },
  {
    id: "alternative_previous",
    group: "Spans",
    title: "The alternative before",
    keys: ["Alt+KeyX"],
    when: (now) => onSpan(now) && now.hasAlternative,
    run: (desk) => swap(desk, "back"),
  },
  ...[1, 2, 3, 4].map(
    (place): Command => ({
      id: `take_${place}`,
      group: "Spans",
      title: `Take over all that engine ${place} says`,
      keys: [`Alt+Digit${place}`],
      when: (now) => browsing(now) && now.mayEdit && now.hasOpinions,
      run: (desk) => takeAllOf(desk, place),
    }),
  ),
  {
    id: "identical",
    group: "Spans",
    title: "Do the last correction in every identical case of the project; shows them first",
    hint: "identical cases",
    keys: ["i"],
    when: (now) => browsing(now) && now.mayEdit && now.hasCorrection,
    run: (desk) => desk.host.open("identical"),
  },
  {
    id: "counterpart_label",
    group: "Spans",
    title: "Take the label of its counterpart",
    keys: ["="],
    when: (now) => onSpan(now) && now.labelsDiffer,
    run: takeLabelOfCounterpart,
  },
  {
    id: "delete",
    group: "Spans",
    title: "Delete the span, and its links with it",
    hint: "delete",
    keys: ["Backspace", "Delete"],
    when: onSpan,
    run: removeSelected,
  },
];

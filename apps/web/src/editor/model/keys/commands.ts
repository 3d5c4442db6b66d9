import type { Label } from "@spanbridge/shared/contracts";
import { applyLabel } from "../actions/spans.ts";
import { browsing, type Command } from "./command.ts";
import { decisions, others } from "./deciding.ts";
import { going } from "./going.ts";
import { absenceMenu, links } from "./linking.ts";
import { edges, spans } from "./spanning.ts";
import { writing } from "./writing.ts";

const labelCommand = ({ name, hotkey, colour }: Label): Command => ({
  id: `label_${name}`,
  group: "Spans",
  title: `Label as ${name}`,
  hint: name,
  keys: [hotkey],
  colour,
  when: (now) => now.mayEdit && (now.hasText || (browsing(now) && now.selected)),
  run: (desk) => applyLabel(desk, name),
});

/** A label's key is one the project has chosen: where it meets a letter of ours, ours moves to Shift and that letter. */
function givingWay(command: Command, taken: ReadonlySet<string>): Command {
  const keys = command.keys.map((key) =>
    taken.has(key) ? `Shift+${/\d/.test(key) ? `Digit${key}` : key}` : key,
  );
  return { ...command, keys };
}

/** Where the bar is short of room, what one presses once a segment must not fall off its end. */
const FOREMOST = new Set(["accept", "accept_ahead", "stop_next"]);

const partitioned = (commands: readonly Command[]): readonly [Command[], Command[]] => [
  commands.filter(({ id }) => FOREMOST.has(id)),
  commands.filter(({ id }) => !FOREMOST.has(id)),
];

/** Left and right that mean a side of the screen, where the page is mirrored. Those that mean a direction of reading stay. */
function mirrored(command: Command): Command {
  if (command.id === "side_source") return { ...command, keys: ["ArrowRight"] };
  return command.id === "side_pivot" ? { ...command, keys: ["ArrowLeft"] } : command;
}

/**
 * Every command of a project with these labels, in the order in which they are shown. `rightToLeft`: the page is
 * mirrored, so that the source stands on the right.
 */
export function commandsFor(labels: readonly Label[], rightToLeft = false): readonly Command[] {
  const withKey = labels.filter(({ hotkey }) => hotkey !== "");
  const taken = new Set(withKey.map(({ hotkey }) => hotkey));
  const [foremost, rest] = partitioned([...decisions, ...going]);
  const fixed = [...spans, ...edges, ...foremost, ...links, ...writing, ...rest, ...others];
  // In the menu of reasons no label key means anything, so its digits stay.
  return [
    ...withKey.map(labelCommand),
    ...fixed.map((command) => givingWay(rightToLeft ? mirrored(command) : command, taken)),
    ...absenceMenu,
  ];
}

import type { Command } from "./command.ts";

const names: Readonly<Record<string, string>> = {
  $mod: "Mod",
  Control: "Ctrl",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  ArrowUp: "Up",
  ArrowDown: "Down",
  Escape: "Esc",
  Tab: "⇥",
};

/** A key in the notation of tinykeys as people read it: "$mod+Shift+z" is "Mod+Shift+Z". */
export function shownKey(key: string): string {
  return key
    .replace("[Shift]+", "")
    .split("+")
    .map((part) => names[part] ?? part.replace(/^(?:Digit|Key)/, ""))
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}

/** The first key of a command, as people read it. */
export function keyOf(commands: readonly Command[], id: string): string {
  const key = commands.find((command) => command.id === id)?.keys[0];
  return key === undefined ? "" : shownKey(key);
}

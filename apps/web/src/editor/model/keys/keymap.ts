import { z } from "zod";
import type { Command } from "./command.ts";
import { situationsToTry } from "./possible.ts";

/** Keys that a person has chosen, by the command's id; in the notation of tinykeys. An empty list: no key. */
export type Keymap = Readonly<Record<string, readonly string[]>>;

export const keymapSchema: z.ZodType<Keymap> = z.record(
  z.string().max(100),
  z.array(z.string().min(1).max(60)).max(4),
);

/** The file that carries a person's keys to another computer. */
export const keymapFileSchema = z.object({
  kind: z.literal("spanbridge-keys"),
  version: z.literal(1),
  keys: keymapSchema,
});

/** The commands with the keys that the person has chosen instead of ours. */
export const withKeymap = (commands: readonly Command[], keymap: Keymap): readonly Command[] =>
  commands.map((command) => {
    const keys = keymap[command.id];
    if (!keys) return command;
    const { shown: _, ...rest } = command;
    return { ...rest, keys };
  });

/** Commands that a key would also mean, in some situation in which `id` can be meant. */
export function conflictsOf(commands: readonly Command[], id: string, key: string): readonly Command[] {
  const command = commands.find((other) => other.id === id);
  if (!command) return [];
  const rivals = commands.filter((other) => other.id !== id && other.keys.some((one) => sameKey(one, key)));
  return rivals.filter((other) => canMeet(command, other));
}

function canMeet(a: Command, b: Command): boolean {
  for (const now of situationsToTry()) if (a.when(now) && b.when(now)) return true;
  return false;
}

/** All pairs that are in each other's way, for a keymap that came from a file. */
export function allConflicts(commands: readonly Command[]): readonly (readonly [Command, Command])[] {
  return commands.flatMap((command, index) =>
    commands
      .slice(index + 1)
      .filter(
        (other) =>
          other.keys.some((key) => command.keys.some((one) => sameKey(one, key))) && canMeet(command, other),
      )
      .map((other) => [command, other] as const),
  );
}

/** The keymap in which `id` has this key, and those in `from` no longer have it. */
export function rebound(keymap: Keymap, id: string, key: string, from: readonly Command[]): Keymap {
  const taken = from.map(
    (command) => [command.id, command.keys.filter((one) => !sameKey(one, key))] as const,
  );
  return { ...keymap, ...Object.fromEntries(taken), [id]: [key] };
}

export function withoutKeys(keymap: Keymap, id: string): Keymap {
  const { [id]: _, ...rest } = keymap;
  return rest;
}

const MODIFIERS = ["Control", "Alt", "Shift", "Meta", "$mod"];

/** Two notations of one key: modifiers in any order, letters in either case; an optional Shift counts as none. */
export function sameKey(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

function normal(key: string): string {
  const parts = key.replace("[Shift]+", "").split("+").filter(Boolean);
  const last = key.endsWith("++") || key === "+" ? "+" : (parts.at(-1) ?? "");
  const modifiers = parts.filter((part) => MODIFIERS.includes(part)).sort();
  const name = last.replace(/^(?:Key|Digit)(?=.$)/, "");
  return [...modifiers, name.length === 1 ? name.toLowerCase() : name].join("+");
}

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

/**
 * The notation of a key press; undefined for a modifier alone. `apple`: whether Command is the key for commands there. Signs
 * that need Shift on some keyboards are written with an optional one.
 */
export function notationOf(press: Press, apple: boolean): string | undefined {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = press;
  if (["Control", "Alt", "Shift", "Meta", "AltGraph", "CapsLock", "Dead", "Process"].includes(key))
    return undefined;
  const sign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key) && key !== " ";
  const letter = /^Key[A-Z]$/.test(code) && (altKey || !/^[\x20-\x7e]$/.test(key));
  const name = key === " " ? "Space" : letter ? code : /^Digit\d$/.test(code) && shiftKey ? code : key;
  const mod = apple ? metaKey : ctrlKey;
  const modifiers = [
    ...(mod ? ["$mod"] : []),
    ...(apple && ctrlKey ? ["Control"] : []),
    ...(!apple && metaKey ? ["Meta"] : []),
    ...(altKey ? ["Alt"] : []),
    ...(shiftKey ? [sign ? "[Shift]" : "Shift"] : []),
  ];
  return [...modifiers, name.length === 1 && !sign ? name.toLowerCase() : name].join("+");
}

import { matchKeybindingPress, parseKeybinding } from "tinykeys";
import type { Command } from "../model/keys/command.ts";
import type { Situation } from "../model/keys/situation.ts";

const parsed = new Map<string, ReturnType<typeof parseKeybinding>[number] | undefined>();

function press(key: string): ReturnType<typeof parseKeybinding>[number] | undefined {
  if (!parsed.has(key)) parsed.set(key, parseKeybinding(key)[0]);
  return parsed.get(key);
}

/** Keys that a focused control of this kind needs for itself. */
const ACTIVATES = new Set(["Enter", " "]);
const CONTROL = "button, a[href], summary, select, [role=button], [role=tab], [role=switch]";
const FIELD = "input, textarea, select, [contenteditable]";
/** Roving lists move their focus with the arrows; ours that follow the selection carry this attribute. */
const OWN_ARROWS = "[role=tablist], [role=radiogroup], [data-own-arrows]";

/** The command that a key press means now, if any. Never one while an input method composes. */
export function commandFor(
  event: KeyboardEvent,
  commands: readonly Command[],
  now: Situation,
  letters: boolean,
): Command | undefined {
  // 229: what Safari reports for the key that ends a composition.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return undefined;
  const target = event.target instanceof Element ? event.target : undefined;
  const field = target?.closest(FIELD) != null;
  if (ACTIVATES.has(event.key) && !field && target?.closest(CONTROL)) return undefined;
  // From a control Tab goes on through the page, as everywhere.
  if (event.key === "Tab" && target?.closest(`${CONTROL}, ${FIELD}`)) return undefined;
  if (event.key.startsWith("Arrow") && target?.closest(OWN_ARROWS)) return undefined;
  return commands.find(
    (command) =>
      (!field || command.inFields) &&
      (!event.repeat || command.repeats) &&
      command.keys.some((key) => (letters || !isPlain(key)) && means(event, key)) &&
      command.when(now),
  );
}

/** Whether a shortcut is a mere character, which people who dictate or hit keys by accident can switch off. */
export const isPlain = (key: string): boolean => /^(?:\[?Shift\]?\+)?(?:Digit)?.$/u.test(key);

function means(event: KeyboardEvent, key: string): boolean {
  const wanted = press(typesOtherScript(event) ? byPlace(key) : key);
  return wanted !== undefined && matchKeybindingPress(event, wanted);
}

/** With a Russian, Arabic or Thai layout the key marked P reports another letter; the shortcut is meant all the same. */
const typesOtherScript = ({ key, code }: KeyboardEvent): boolean =>
  key.length === 1 && code.startsWith("Key") && !/[\x20-\x7e]/.test(key);

const byPlace = (key: string): string =>
  key.replace(/(^|\+)([a-z])$/, (_, before: string, letter: string) => `${before}Key${letter.toUpperCase()}`);

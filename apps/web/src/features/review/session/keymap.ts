import { create } from "zustand";
import { type Keymap, keymapSchema } from "../../../editor/model/keys/keymap.ts";

const KEY = "spanbridge.keys";

/** The keys that this person has chosen, kept in this browser. A file carries them to another one. */
export const useKeymap = create<{ readonly keymap: Keymap }>()(() => ({ keymap: stored() }));

export function setKeymap(keymap: Keymap): void {
  useKeymap.setState({ keymap });
  try {
    localStorage.setItem(KEY, JSON.stringify(keymap));
  } catch {
    // A browser that stores nothing: it holds until the page goes.
  }
}

function stored(): Keymap {
  try {
    const found = keymapSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
    return found.success ? found.data : {};
  } catch {
    return {};
  }
}

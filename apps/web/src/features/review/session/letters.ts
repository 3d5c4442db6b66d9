import { create } from "zustand";

const KEY = "spanbridge.letters";

/** Whether single letters are shortcuts. Those who dictate, or whose hands hit keys by accident, can do without. */
export const useLetters = create<{ readonly on: boolean }>()(() => ({ on: stored() }));

export function setLetters(on: boolean): void {
  useLetters.setState({ on });
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // A browser that stores nothing: it holds until the page goes.
  }
}

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

import { useEffect } from "react";
import { tinykeys } from "tinykeys";

/** The key for undo, where there is no segment on the table whose keys would have it. */
export function useUndoKey(undo: (() => void) | undefined): void {
  useEffect(() => (undo ? tinykeys(window, { "$mod+z": undo }) : undefined), [undo]);
}

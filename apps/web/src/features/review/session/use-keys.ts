import { type RefObject, useEffect } from "react";
import { commandFor } from "../../../editor/dom/keys.ts";
import { type Desk, stateOf } from "../../../editor/model/actions/desk.ts";
import { situationOf } from "../../../editor/model/keys/situation.ts";
import { useKeymap } from "./keymap.ts";
import { useLetters } from "./letters.ts";
import { commandsOf } from "./use-commands.ts";

/** Makes the keys work while the focus is in the page's own area or nowhere; in dialogs and menus they rest. */
export function useKeys(desk: Desk | undefined, area: RefObject<HTMLElement | null>): void {
  const letters = useLetters(({ on }) => on);
  const keymap = useKeymap((state) => state.keymap);
  useEffect(() => {
    if (!desk) return;
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      const nowhere = target === document.body || target === document.documentElement;
      const inside = target instanceof Element && (target.id === "main" || area.current?.contains(target));
      if (!nowhere && !inside) return;
      const command = commandFor(
        event,
        commandsOf(desk.labels, keymap),
        situationOf(stateOf(desk), desk.mayEdit),
        letters,
      );
      if (!command) {
        // Out of the note or the filter, so that the keys mean the segment again.
        const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
        if (event.key === "Escape" && !event.isComposing && field) target.blur();
        return;
      }
      event.preventDefault();
      command.run(desk);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [desk, area, letters, keymap]);
}

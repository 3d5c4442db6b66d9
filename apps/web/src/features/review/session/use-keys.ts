import { type RefObject, useEffect } from "react";
import { commandFor } from "../../../editor/dom/keys.ts";
import { pointerPlace } from "../../../editor/dom/pointer.ts";
import { type Desk, stateOf } from "../../../editor/model/actions/desk.ts";
import {
  meansPointed,
  pointedSituation,
  pointerCounts,
  runOnPointed,
} from "../../../editor/model/actions/pointed.ts";
import { situationOf } from "../../../editor/model/keys/situation.ts";
import { useHover } from "../../../editor/react/hover.ts";
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
      const commands = commandsOf(desk.labels, keymap);
      const pointed = pointerPlace() && useHover.getState().span;
      const there = pointerCounts(desk.segment)
        ? pointedSituation(stateOf(desk), pointed, desk.mayEdit)
        : undefined;
      const onPointed = there && commandFor(event, commands, there, letters);
      if (pointed && onPointed && meansPointed(onPointed, there)) {
        event.preventDefault();
        runOnPointed(desk, onPointed, pointed);
        return;
      }
      const command = commandFor(event, commands, situationOf(stateOf(desk), desk.mayEdit), letters);
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

import type { Label } from "@spanbridge/shared/contracts";
import { useShallow } from "zustand/react/shallow";
import { pointerPlace } from "../../../editor/dom/pointer.ts";
import { pointedSituation, pointerCounts } from "../../../editor/model/actions/pointed.ts";
import type { Command } from "../../../editor/model/keys/command.ts";
import { commandsFor } from "../../../editor/model/keys/commands.ts";
import { type Keymap, withKeymap } from "../../../editor/model/keys/keymap.ts";
import { keyOf } from "../../../editor/model/keys/shown.ts";
import { type Situation, situationOf } from "../../../editor/model/keys/situation.ts";
import { useDesk, useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { useHover } from "../../../editor/react/hover.ts";
import { useKeymap } from "./keymap.ts";

const made = new WeakMap<
  readonly Label[],
  { readonly keymap: Keymap; readonly commands: readonly Command[] }
>();

/** The same list for the same labels and keys. */
export function commandsOf(labels: readonly Label[], keymap: Keymap): readonly Command[] {
  const known = made.get(labels);
  if (known?.keymap === keymap) return known.commands;
  const commands = withKeymap(commandsFor(labels, isMirrored()), keymap);
  made.set(labels, { keymap, commands });
  return commands;
}

export function useCommands(): readonly Command[] {
  const { labels } = useDesk();
  return commandsOf(
    labels,
    useKeymap(({ keymap }) => keymap),
  );
}

export const useKey = (id: string): string => keyOf(useCommands(), id);

export function useSituation(): Situation {
  const { mayEdit } = useDesk();
  return useSegmentState(useShallow((state) => situationOf(state, mayEdit)));
}

/** What the keys mean where nothing is selected and the pointer is over a span: that span. */
export function usePointedSituation(): Situation {
  const { mayEdit } = useDesk();
  const segment = useSegment();
  const pointed = useHover(({ span }) => span);
  return useSegmentState(
    useShallow((state) => {
      const there =
        pointerCounts(segment) && pointerPlace() ? pointedSituation(state, pointed, mayEdit) : undefined;
      return there ?? situationOf(state, mayEdit);
    }),
  );
}

/** Whether the page runs from right to left: the source then stands on the right. */
const isMirrored = (): boolean => document.documentElement.dir === "rtl";

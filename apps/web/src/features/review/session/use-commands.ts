import type { Label } from "@spanbridge/shared/contracts";
import { useMemo } from "react";
import type { Command } from "../../../editor/model/keys/command.ts";
import { commandsFor } from "../../../editor/model/keys/commands.ts";
import { keyOf } from "../../../editor/model/keys/shown.ts";
import { type Situation, situationOf } from "../../../editor/model/keys/situation.ts";
import type { SegmentState } from "../../../editor/model/segment/state.ts";
import { useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";

const made = new WeakMap<readonly Label[], readonly Command[]>();

/** The same list for the same labels. */
export function commandsOf(labels: readonly Label[]): readonly Command[] {
  const commands = made.get(labels) ?? commandsFor(labels);
  made.set(labels, commands);
  return commands;
}

export const useCommands = (): readonly Command[] => commandsOf(useDesk().labels);

export const useKey = (id: string): string => keyOf(useCommands(), id);

export function useSituation(): Situation {
  const { mayEdit } = useDesk();
  const state = useSegmentState((whole: SegmentState) => whole);
  return useMemo(() => situationOf(state, mayEdit), [state, mayEdit]);
}

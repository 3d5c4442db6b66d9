import type { Run } from "@spanbridge/shared/contracts";
import { type RefObject, useEffect, useRef } from "react";
import { queryClient, trpc } from "../../app/trpc.ts";

/** Cards on the page by run, and the run whose card is still to come. */
const cards = new Map<string, HTMLElement>();
let awaited: string | undefined;

const show = (card: HTMLElement): void => card.scrollIntoView({ block: "nearest" });

/** Lists a run that has just been started, and brings it into view: what starts it stands far below the list. */
export async function showStarted(project: string, { id }: Run): Promise<void> {
  const card = cards.get(id);
  if (card) show(card);
  else awaited = id;
  await queryClient.invalidateQueries(trpc.runs.list.queryFilter({ project }));
}

/** For the card of a run: where it is drawn, it can be brought into view. */
export function useShown(id: string): RefObject<HTMLLIElement | null> {
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const card = ref.current;
    if (!card) return;
    cards.set(id, card);
    if (awaited === id) {
      awaited = undefined;
      show(card);
    }
    return () => void cards.delete(id);
  }, [id]);
  return ref;
}

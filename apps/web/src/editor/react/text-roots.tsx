import type { Side } from "@spanbridge/shared";
import { createContext, type RefObject, use } from "react";
import type { TextRoot, TextRoots } from "../dom/offsets.ts";

/** The two texts as they stand in the page; filled by the panes when they are mounted. */
export type RootsRef = RefObject<Map<Side, TextRoot>>;

const RootsContext = createContext<RootsRef | undefined>(undefined);
export const RootsProvider = RootsContext.Provider;

export function useRoots(): RootsRef {
  const roots = use(RootsContext);
  if (!roots) throw new Error("useRoots outside of a RootsProvider.");
  return roots;
}

export const rootsOf = (ref: RootsRef): TextRoots => ref.current;

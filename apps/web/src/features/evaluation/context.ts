import type { Evaluation, ProjectDetail, SystemFigures } from "@spanbridge/shared/contracts";
import { createContext, use } from "react";
import type { EvaluationChoice } from "./choice.ts";

/** What the parts of the page show: one system's figures, and what its figures are opened with. */
export type Shown = {
  readonly project: ProjectDetail;
  readonly choice: EvaluationChoice;
  readonly evaluation: Evaluation;
  readonly system: SystemFigures;
  /** Names files after what they hold. */
  readonly fileName: (part: string) => string;
};

const ShownContext = createContext<Shown | undefined>(undefined);
export const ShownProvider = ShownContext;

export function useShown(): Shown {
  const shown = use(ShownContext);
  if (!shown) throw new Error("No evaluation around this component.");
  return shown;
}

import type { Evaluation, EvaluationOptions } from "@spanbridge/shared/contracts";
import type { ProjectAccess } from "../db/access.ts";
import type { ComparisonSelection } from "../db/evaluation-rows.ts";
import { type ExportLayer, findLayer } from "../db/export-rows.ts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";

export type EvaluatedProject = Pick<ProjectAccess, "id" | "name" | "sourceLang" | "pivotLang">;
/** Hidden layers are for those who may manage the project. */
export type Rights = { readonly mayManage: boolean };

export type Selection = ComparisonSelection & {
  /** Of the compared side. */
  readonly language: string;
  /** It tells something of a layer that annotators may not see. */
  readonly hidden: boolean;
};

/** The layers and segments that an evaluation is about. Fails where a layer is not there or may not be seen. */
export async function selectLayers(
  tx: Tx,
  project: EvaluatedProject,
  { mayManage }: Rights,
  { gold: goldName, predicted, other, side, filter }: EvaluationOptions,
): Promise<Selection> {
  if (other === predicted) {
    throw new AppError("invalid_input", "Choose two different layers to compare.");
  }
  const layer = async (name: string): Promise<ExportLayer> => {
    const found = await findLayer(tx, project.id, name);
    if (!found || (found.hidden && !mayManage)) {
      throw new AppError("not_found", `"${project.name}" has no layer "${name}" that you may see.`);
    }
    return found;
  };
  const gold = await layer(goldName);
  const systems = [await layer(predicted), ...(other === undefined ? [] : [await layer(other)])];
  return {
    projectId: project.id,
    layers: [gold, ...systems],
    side,
    // What people work on says what is right where they have said so.
    states: filter.states.length === 0 && gold.kind === "review" ? ["accepted"] : filter.states,
    documents: filter.documents,
    languages: filter.languages,
    language: side === "source" ? project.sourceLang : project.pivotLang,
    hidden: [gold, ...systems].some(({ hidden }) => hidden),
  };
}

export const layerFigure = ({ name, kind, hidden }: ExportLayer): Evaluation["gold"] => ({
  name,
  kind,
  hidden,
});

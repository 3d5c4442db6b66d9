import type { ProjectDetail } from "@spanbridge/shared/contracts";
import type { EvaluationSearch } from "../../app/search.ts";

type Layers = ProjectDetail["layers"];

/** What is compared with what: the address's word, and what one would most likely want where it says nothing. */
export type EvaluationChoice = EvaluationSearch & { readonly gold: string; readonly pred: string };

/** Undefined where there are no two layers with anything in them. */
export function choiceOf(layers: Layers, search: EvaluationSearch): EvaluationChoice | undefined {
  const filled = layers.filter(({ annotations }) => annotations > 0);
  const known = (name: string | undefined) => layers.find((layer) => layer.name === name)?.name;
  const gold =
    known(search.gold) ??
    (filled.find(({ kind }) => kind === "gold") ?? filled.find(({ kind }) => kind === "review"))?.name;
  const others = layers.filter(
    ({ name, kind, annotations }) => name !== gold && (annotations > 0 || kind === "review"),
  );
  const pred = known(search.pred) ?? (others.find(({ kind }) => kind === "predictions") ?? others[0])?.name;
  if (gold === undefined || pred === undefined || (filled.length < 2 && gold === pred)) return undefined;
  const vs = known(search.vs);
  return { ...search, gold, pred, vs: vs === pred ? undefined : vs };
}

/** As the server takes it. */
export const optionsOf = (choice: EvaluationChoice) => ({
  gold: choice.gold,
  predicted: choice.pred,
  ...(choice.vs === undefined ? {} : { other: choice.vs }),
  side: choice.side ?? ("source" as const),
  filter: {
    documents: choice.document === undefined ? [] : [choice.document],
    languages: choice.language ?? [],
    states: choice.state ?? [],
    labels: choice.label ?? [],
    signals: choice.signal ?? [],
  },
});

/** The same for the second system alone: what its figures are made of. */
export const ofOther = (choice: EvaluationChoice): EvaluationChoice =>
  choice.vs === undefined ? choice : { ...choice, pred: choice.vs, vs: undefined };

import type { ProjectDetail } from "@spanbridge/shared/contracts";
import type { ComparisonSearch } from "../../../app/search.ts";

type Layers = ProjectDetail["layers"];

/** What can be held against each other: results of runs and what files brought, not what people decide here. */
export const comparable = (layers: Layers): Layers => layers.filter(({ kind }) => kind !== "review");

/** What can count as right: gold, or what people have accepted. */
export const rightLayers = (layers: Layers): Layers =>
  layers.filter(({ kind, annotations }) => (kind === "gold" || kind === "review") && annotations > 0);

export type ComparisonChoice = { readonly a: string; readonly b: string; readonly gold: string | undefined };

/** The address's word; where it says nothing the newest two that have something in them. Undefined where there are none. */
export function comparisonOf(layers: Layers, search: ComparisonSearch): ComparisonChoice | undefined {
  const all = comparable(layers);
  const known = (name: string | undefined) => all.find((layer) => layer.name === name)?.name;
  const newest = all
    .filter(({ kind, annotations }) => kind !== "gold" && annotations > 0)
    .reverse()
    .map(({ name }) => name);
  const a = known(search.a) ?? newest.find((name) => name !== search.b);
  const b = known(search.b) ?? newest.find((name) => name !== a) ?? all.find(({ name }) => name !== a)?.name;
  if (a === undefined || b === undefined) return undefined;
  const right = rightLayers(layers);
  const gold =
    search.gold === "" ? undefined : (right.find(({ name }) => name === search.gold) ?? right.at(-1))?.name;
  return { a, b, gold };
}

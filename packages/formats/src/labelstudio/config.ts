import { PIVOT_KEY, PIVOT_LABELS, RELATION, SOURCE_KEY, SOURCE_LABELS } from "./keys.ts";

/** The labelling configuration for tasks as we write them: two texts, their labels, and the relation between them. */
export function labelStudioConfig(labels: readonly string[]): string {
  const list = labels.map((label) => `    <Label value="${attribute(label)}"/>`).join("\n");
  return `<View>
  <Relations>
    <Relation value="${RELATION}"/>
  </Relations>
  <Labels name="${SOURCE_LABELS}" toName="${SOURCE_KEY}">
${list}
  </Labels>
  <Text name="${SOURCE_KEY}" value="$${SOURCE_KEY}" granularity="symbol"/>
  <Labels name="${PIVOT_LABELS}" toName="${PIVOT_KEY}">
${list}
  </Labels>
  <Text name="${PIVOT_KEY}" value="$${PIVOT_KEY}" granularity="symbol"/>
</View>
`;
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const attribute = (value: string): string => value.replace(/[&<>"]/g, (found) => entities[found] ?? found);

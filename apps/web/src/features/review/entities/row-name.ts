import type { Annotation } from "@spanbridge/shared";
import { spanName } from "../../../editor/model/view/describe.ts";
import type { Row } from "../../../editor/model/view/rows.ts";

/** What a screen reader says for a row of the entity list. */
export function rowName(annotation: Annotation, { pivot, source, link }: Row, problems: number): string {
  const first = source ?? pivot;
  if (!first) return "";
  const name = spanName(annotation, first);
  const other = link && pivot && source && pivot.label !== source.label ? `, ${pivot.label} there` : "";
  const look = problems > 0 ? `, ${problems} to look at` : "";
  return `${name}${other}${look}`;
}

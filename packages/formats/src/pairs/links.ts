import { compareLinks, type Link, type Provenance, type Span } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import { MAX_LINKS } from "../limits.ts";
import { kindOf, show } from "../show.ts";
import { readList } from "./fields.ts";

/**
 * Reads `links`, a list of [English entity id, source entity id]. `spanOf` knows the row's spans. Where some of them were
 * left out because of errors of their own, a link to one of those is not an error as well.
 */
export function readLinks(
  value: unknown,
  spanOf: (id: string) => Span | undefined,
  imported: Provenance,
  report: RowReport,
): Link[] {
  const list = readList(value, "links", MAX_LINKS, report) ?? [];
  if (list.length === 0) return [];
  const incomplete = report.failed;
  const links: Link[] = [];
  for (let index = 0; index < list.length; index++) {
    const field = `links[${index}]`;
    const pair = readPair(list[index], field, report);
    if (!pair) continue;
    const [pivot, source] = [spanOf(pair[0]), spanOf(pair[1])];
    if (!pivot && !incomplete) report.error(`${field}[0]`, "unknown_id", unknown(pair[0]));
    if (!source && !incomplete) report.error(`${field}[1]`, "unknown_id", unknown(pair[1]));
    if (!pivot || !source) continue;
    if (pivot.side !== "pivot" || source.side !== "source") {
      report.error(field, "link_sides", wrongSides(pair, pivot, source));
      continue;
    }
    links.push({ pivot: pivot.id, source: source.id, provenance: imported });
  }
  links.sort(compareLinks);
  for (let index = 1; index < links.length; index++) {
    const [a, b] = [links[index - 1], links[index]];
    if (a && b && compareLinks(a, b) === 0) {
      const message = `The link from ${show(b.pivot)} to ${show(b.source)} is given twice.`;
      report.error(`links[${lastIndexOf(list, b)}]`, "duplicate_link", message);
    }
  }
  return links;
}

const lastIndexOf = (list: readonly unknown[], link: Link): number =>
  list.findLastIndex((pair) => Array.isArray(pair) && pair[0] === link.pivot && pair[1] === link.source);

function readPair(value: unknown, field: string, report: RowReport): readonly [string, string] | undefined {
  if (Array.isArray(value) && value.length === 2) {
    const [pivot, source] = value;
    if (typeof pivot === "string" && typeof source === "string") return [pivot, source];
  }
  const found = Array.isArray(value) ? `a list of ${value.length}` : kindOf(value);
  const message = `Expected a list of two ids, [English entity, source entity]; found ${found}.`;
  report.error(field, "wrong_type", message);
  return undefined;
}

const unknown = (id: string): string => `There is no entity with the id ${show(id)} in this row.`;

function wrongSides(pair: readonly [string, string], first: Span, second: Span): string {
  if (first.side === second.side) {
    const side = first.side === "source" ? "source" : "English";
    return `Both ${show(pair[0])} and ${show(pair[1])} are ${side} entities; a link joins the two sides.`;
  }
  return `${show(pair[0])} is a source entity and ${show(pair[1])} an English one; the English id comes first.`;
}

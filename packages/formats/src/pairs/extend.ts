import {
  type Absence,
  type Annotation,
  compareAbsences,
  compareNotes,
  type Link,
  type Provenance,
  pendingReview,
  type Span,
  sameLink,
} from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import { show } from "../show.ts";
import type { Extension } from "./extension.ts";
import { EXTENSION_KEY } from "./keys.ts";

type Spans = ReadonlyMap<string, { readonly span: Span }>;
type Extended = Omit<Annotation, "sourceText" | "pivotText">;

/** The annotation with what the section says of it. `spans` and `links` carry the provenance of an import so far. */
export function extend(
  spans: readonly Span[],
  links: readonly Link[],
  known: Spans,
  extension: Extension | undefined,
  imported: Provenance,
  report: RowReport,
): Extended {
  if (!extension) {
    return { spans, links, absences: [], review: pendingReview, flagged: false, notes: [] };
  }
  const { entity_provenance: ofEntities = [], link_provenance: ofLinks = [], notes = [] } = extension;
  const idOf = ({ id }: { readonly id: string }): string => id;
  reportTwins("entity_provenance", ofEntities.map(idOf), report);
  reportTwins(
    "link_provenance",
    ofLinks.map(({ link }) => link.join(" ")),
    report,
  );
  reportTwins("notes", notes.map(idOf), report);
  return {
    spans: withProvenance(spans, known, extension, report),
    links: withLinkProvenance(links, extension, report),
    absences: readAbsences(links, known, extension, imported, report),
    review: extension.review ?? pendingReview,
    flagged: extension.flagged ?? false,
    notes: notes.sort(compareNotes),
  };
}

function reportTwins(member: string, names: readonly string[], report: RowReport): void {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) {
      const message = `${show(name)} is given twice in ${member}.`;
      report.error(`${EXTENSION_KEY}.${member}[${index}]`, "duplicate_id", message);
    }
    seen.add(name);
  }
}

function withProvenance(
  spans: readonly Span[],
  known: Spans,
  { entity_provenance: given }: Extension,
  report: RowReport,
): readonly Span[] {
  if (!given) return spans;
  const stated = new Map<string, Provenance>(given.map(({ id, provenance }) => [id, provenance]));
  for (const [index, { id }] of given.entries()) {
    if (known.has(id)) continue;
    report.error(`${EXTENSION_KEY}.entity_provenance[${index}]`, "unknown_id", unknown(id));
  }
  return spans.map((span) => {
    const provenance = stated.get(span.id);
    if (!provenance) return span;
    const { origin, ref, previous } = provenance;
    return { ...span, provenance: compact(origin, ref, span.provenance.confidence, previous) };
  });
}

/** A provenance without keys that hold nothing, so that equal ones are deeply equal. */
function compact(
  origin: Provenance["origin"],
  ref: string | undefined,
  confidence: number | undefined,
  previous: Provenance | undefined,
): Provenance {
  return {
    origin,
    ...(ref !== undefined && { ref }),
    ...(confidence !== undefined && { confidence }),
    ...(previous !== undefined && { previous }),
  };
}

function withLinkProvenance(
  links: readonly Link[],
  { link_provenance: given }: Extension,
  report: RowReport,
): readonly Link[] {
  if (!given) return links;
  const stated = given.map(({ link: [pivot, source], provenance }) => ({ pivot, source, provenance }));
  for (const [index, link] of stated.entries()) {
    if (links.some((other) => sameLink(other, link))) continue;
    const message = `There is no link from ${show(link.pivot)} to ${show(link.source)} in this row.`;
    report.error(`${EXTENSION_KEY}.link_provenance[${index}]`, "unknown_id", message);
  }
  return links.map((link) => stated.find((other) => sameLink(other, link)) ?? link);
}

function readAbsences(
  links: readonly Link[],
  known: Spans,
  { absences: given = [] }: Extension,
  imported: Provenance,
  report: RowReport,
): readonly Absence[] {
  const linked = new Set<string>(links.flatMap(({ pivot, source }) => [pivot, source]));
  const seen = new Set<string>();
  return given
    .map(({ id, reason, provenance = imported }, index): Absence => {
      const field = `${EXTENSION_KEY}.absences[${index}]`;
      if (!known.has(id)) report.error(field, "unknown_id", unknown(id));
      if (seen.has(id)) report.error(field, "absence", `Entity ${show(id)} is marked twice.`);
      if (linked.has(id)) {
        report.error(
          field,
          "absence",
          `Entity ${show(id)} has a link and is marked as having no counterpart.`,
        );
      }
      seen.add(id);
      return { span: id, reason, provenance };
    })
    .sort(compareAbsences);
}

const unknown = (id: string): string => `There is no entity with the id ${show(id)} in this row.`;

import {
  type Absence,
  type Annotation,
  compareAbsences,
  compareNotes,
  type Link,
  type Provenance,
  pendingReview,
  type Span,
} from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import { show } from "../show.ts";
import type { Extension, StatedSource } from "./extension.ts";
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
  const { entities = [], links: stated = [], notes = [] } = extension;
  const idOf = ({ id }: { readonly id: string }): string => id;
  reportTwins("entities", entities.map(idOf), report);
  reportTwins(
    "links",
    stated.map(({ link }) => JSON.stringify(link)),
    report,
  );
  reportTwins("notes", notes.map(idOf), report);
  return {
    spans: withProvenance(spans, known, extension, report),
    links: withLinkProvenance(links, extension, imported, report),
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
  { entities: given }: Extension,
  report: RowReport,
): readonly Span[] {
  if (!given) return spans;
  const stated = new Map<string, Provenance>(given.map(({ id, provenance }) => [id, provenance]));
  for (const [index, { id }] of given.entries()) {
    if (!known.has(id)) report.error(`${EXTENSION_KEY}.entities[${index}]`, "unknown_id", unknown(id));
  }
  return spans.map((span) => {
    const provenance = stated.get(span.id);
    if (!provenance) return span;
    const { confidence: score } = span.provenance;
    return { ...span, provenance: provenanceOf({ score, provenance }, span.provenance) };
  });
}

/** A provenance without keys that hold nothing, so that equal ones are deeply equal. */
function provenanceOf({ score, provenance }: StatedSource, imported: Provenance): Provenance {
  const { origin, ref, previous } = provenance ?? imported;
  return {
    origin,
    ...(ref !== undefined && { ref }),
    ...(score !== undefined && { confidence: score }),
    ...(previous !== undefined && { previous }),
  };
}

function withLinkProvenance(
  links: readonly Link[],
  { links: given }: Extension,
  imported: Provenance,
  report: RowReport,
): readonly Link[] {
  if (!given) return links;
  const known = new Set(links.map(keyOf));
  const stated = new Map<string, Link>();
  for (const [index, { link, ...from }] of given.entries()) {
    const [pivot, source] = link;
    if (!known.has(keyOf({ pivot, source }))) {
      const message = `There is no link from ${show(pivot)} to ${show(source)} in this row.`;
      report.error(`${EXTENSION_KEY}.links[${index}]`, "unknown_id", message);
    }
    stated.set(keyOf({ pivot, source }), { pivot, source, provenance: provenanceOf(from, imported) });
  }
  return links.map((link) => stated.get(keyOf(link)) ?? link);
}

const keyOf = ({ pivot, source }: Pick<Link, "pivot" | "source">): string => JSON.stringify([pivot, source]);

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
    .map(({ id, reason, ...from }, index): Absence => {
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
      return { span: id, reason, provenance: provenanceOf(from, imported) };
    })
    .sort(compareAbsences);
}

const unknown = (id: string): string => `There is no entity with the id ${show(id)} in this row.`;

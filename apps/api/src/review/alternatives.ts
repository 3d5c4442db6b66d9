import { machineOrigin, type Span, Text } from "@spanbridge/shared";
import type { Alternatives, alternativesSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readAccepted, readOtherLayers, type Said } from "../db/alternatives.ts";
import type { Body } from "../db/annotation-body.ts";
import { readSegmentState } from "../db/segment-state.ts";
import { accessTo } from "../projects/access.ts";
import { noSuchSegment } from "./open.ts";

/** More names than this are a list, not a segment's entities; the first ones are looked up. */
const MOST_NAMES = 100;

type Found = z.input<typeof alternativesSchema>;

/** What the project knows of this segment's entities beside what is shown. */
export async function listAlternatives(
  app: App,
  actor: Actor,
  { project, number }: { project: string; number: number },
): Promise<Found> {
  const { id, name } = await accessTo(app, actor, project, "read");
  const { pool } = app.db;
  const state = await readSegmentState(pool, id, number);
  if (!state) throw noSuchSegment(name, number);
  const { annotation } = state;
  const text = new Text(annotation.pivotText);
  const names = new Set(
    annotation.spans.filter(({ side }) => side === "pivot").map((span) => text.slice(span)),
  );
  const wanted = [...names].slice(0, MOST_NAMES);
  const [accepted, layers] = await Promise.all([
    wanted.length > 0 ? readAccepted(pool, id, number, wanted) : [],
    readOtherLayers(pool, id, number),
  ]);
  return {
    memory: remembered(accepted, names),
    layers: layers.flatMap(({ layer, pivotText, body }) =>
      pairsOf(body, pivotText).map(({ pivot, source }) => ({
        layer,
        pivot,
        start: source.start,
        end: source.end,
        label: source.label,
        confidence: machineOrigin(source.provenance)?.confidence ?? null,
      })),
    ),
  };
}

function remembered(accepted: readonly Said[], names: ReadonlySet<string>): Alternatives["memory"] {
  const counted = new Map<string, Alternatives["memory"][number]>();
  for (const { sourceText, pivotText, body } of accepted) {
    const text = new Text(sourceText);
    for (const { pivot, source } of pairsOf(body, pivotText)) {
      if (!names.has(pivot) || !text.holds(source)) continue;
      const words = text.slice(source);
      const key = JSON.stringify([pivot, words, source.label]);
      const known = counted.get(key) ?? { pivot, source: words, label: source.label, count: 0 };
      counted.set(key, { ...known, count: known.count + 1 });
    }
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1));
}

function pairsOf(body: Body, pivotText: string): { pivot: string; source: Span }[] {
  const text = new Text(pivotText);
  const spans = new Map(body.spans.map((span) => [span.id, span]));
  return body.links.flatMap((link) => {
    const [pivot, source] = [spans.get(link.pivot), spans.get(link.source)];
    return pivot && source && text.holds(pivot) ? [{ pivot: text.slice(pivot), source }] : [];
  });
}

import { machineOrigin, type Span, Text } from "@spanbridge/shared";
import type { alternativesSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readOtherLayers, readRemembered } from "../db/alternatives.ts";
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
  const [memory, layers] = await Promise.all([
    wanted.length > 0 ? readRemembered(pool, id, state.id, wanted) : [],
    readOtherLayers(pool, id, number),
  ]);
  return {
    memory: [...memory],
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

function pairsOf(body: Body, pivotText: string): { pivot: string; source: Span }[] {
  const text = new Text(pivotText);
  const spans = new Map(body.spans.map((span) => [span.id, span]));
  return body.links.flatMap((link) => {
    const [pivot, source] = [spans.get(link.pivot), spans.get(link.source)];
    return pivot && source && text.holds(pivot) ? [{ pivot: text.slice(pivot), source }] : [];
  });
}

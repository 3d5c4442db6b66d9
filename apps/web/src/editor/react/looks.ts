import { LOW_CONFIDENCE, machineOrigin, type Span, type SpanId } from "@spanbridge/shared";
import { PALETTE_SIZE } from "@spanbridge/shared/contracts";
import { strokesOf } from "./strokes.ts";

/** What decides how spans look, the same for all leaves of a text. */
export type Scene = {
  /** Palette index by label name. */
  readonly colours: ReadonlyMap<string, number>;
  readonly lanes: ReadonlyMap<SpanId, number>;
  readonly laneCount: number;
  readonly selected: SpanId | undefined;
  /** The hovered span, the counterparts of it and of the selected one, and what linking aims at. */
  readonly lit: ReadonlySet<SpanId>;
  /** Spans of which nothing is said on the other side: neither a link nor that there is no counterpart. */
  readonly loose: ReadonlySet<SpanId>;
};

/** From one lane to the next, in pixels: the tallest stroke and a gap. */
export const LANE_PITCH = 6;

/** Slate: a label that the project no longer has. */
const UNKNOWN = 9;

/**
 * The background of a leaf covered by these spans, outermost first: a line for each in its lane, hatching where the
 * machine was unsure, and one tint. Nothing of it has a width, so that joined letters stay joined.
 */
export function backgroundOf(spans: readonly Span[], scene: Scene): string | undefined {
  if (spans.length === 0) return undefined;
  const lines = spans.flatMap((span) => lineOf(span, scene));
  const unsure = spans.some(isUnsure) ? [hatch(scene, spans.findLast(isUnsure))] : [];
  const loose = spans.some(({ id }) => scene.loose.has(id)) ? [LOOSE] : [];
  return [...lines, ...loose, ...unsure, tintOf(spans, scene)].join(",");
}

/** Dots above the words: nobody has said yet what this is on the other side. */
const LOOSE =
  "radial-gradient(circle at 2px 50%,var(--color-warn) 1.4px,transparent 1.6px) 0 0/6px 3px repeat-x";

const colourOf = (span: Span, { colours }: Scene): number =>
  (colours.get(span.label) ?? UNKNOWN) % PALETTE_SIZE;

function lineOf(span: Span, scene: Scene): readonly string[] {
  const above = scene.laneCount - 1 - (scene.lanes.get(span.id) ?? 0);
  const weight = span.id === scene.selected || scene.lit.has(span.id) ? 3 : 2;
  return strokesOf(colourOf(span, scene), weight).map(
    ({ image, width, height, rise }) =>
      `${image} 0 calc(100% - ${above * LANE_PITCH + rise}px - var(--lane-lift, 0px))/${width}px ${height}px repeat-x`,
  );
}

export function isUnsure({ provenance }: Span): boolean {
  const confidence = machineOrigin(provenance)?.confidence ?? 1;
  // A negative one is a log-probability, which has no such threshold.
  return provenance.origin !== "human" && confidence >= 0 && confidence < LOW_CONFIDENCE;
}

function hatch(scene: Scene, span: Span | undefined): string {
  const line = span ? `var(--label-${colourOf(span, scene)}-line)` : "currentColor";
  return `repeating-linear-gradient(135deg,transparent 0 3px,color-mix(in oklab,${line} 26%,transparent) 3px 4px)`;
}

/** Strong behind what is selected or lit, faint behind what a person has touched, none behind what only a machine said. */
function tintOf(spans: readonly Span[], scene: Scene): string {
  const strong =
    spans.findLast(({ id }) => id === scene.selected) ?? spans.findLast(({ id }) => scene.lit.has(id));
  if (strong) return `var(--label-${colourOf(strong, scene)}-tint)`;
  const human = spans.findLast(({ provenance }) => provenance.origin === "human");
  return human
    ? `color-mix(in oklab,var(--label-${colourOf(human, scene)}-tint) 55%,transparent)`
    : "transparent";
}

import type { Annotation, Side, Span, SpanId } from "@spanbridge/shared";
import { memo, type RefObject, useCallback, useRef } from "react";
import { boxesOf } from "../dom/geometry.ts";
import type { TextRoot, TextRoots } from "../dom/offsets.ts";
import { useAnnotation, useSegmentState } from "./desk-context.tsx";
import { useHover } from "./hover.ts";
import type { Scene } from "./looks.ts";
import { rootsOf, useRoots } from "./text-roots.tsx";
import { useMeasured } from "./use-measured.ts";

/** A link as a line: heights of its ends below the gutter's top, in pixels. */
type Thread = {
  readonly key: string;
  readonly source: number;
  readonly pivot: number;
  readonly label: string;
  readonly ends: readonly [SpanId, SpanId];
};

type GutterProps = {
  readonly gutter: RefObject<HTMLDivElement | null>;
  readonly width: number;
  readonly colours: Scene["colours"];
};

/** How far a link that is not lit shows on either side. */
const STUB = 8;

/** Heights that were read from the layout, by side and range. They hold as long as both texts are drawn as they were. */
type Heights = {
  readonly texts: string;
  readonly known: Map<string, number | undefined>;
};

/**
 * The links between the two texts: those of the selected and the hovered span drawn, of the others the beginnings, so that
 * a dense segment is no web of lines. What is lit is decided without measuring, and an edit measures only the ends
 * that it has moved. The entity table says it in words.
 */
export function Gutter({ gutter, width, colours }: GutterProps) {
  const roots = useRoots();
  const annotation = useAnnotation();
  const selected = useSegmentState((state) => state.selection?.span);
  const hovered = useHover(({ span }) => span);
  const heights = useRef<Heights>({ texts: "", known: new Map() });
  const measure = useCallback(
    (anew: boolean): readonly Thread[] => {
      const top = gutter.current?.getBoundingClientRect().top;
      if (top === undefined) return [];
      const texts = rootsOf(roots);
      const drawn = `${texts.get("source")?.text.value}\n${texts.get("pivot")?.text.value}`;
      if (anew || heights.current.texts !== drawn) heights.current = { texts: drawn, known: new Map() };
      return threadsOf(annotation, texts, heights.current.known, top);
    },
    [annotation, gutter, roots],
  );
  const threads = useMeasured(gutter, measure) ?? [];
  return (
    <svg
      aria-hidden
      // Where the page is mirrored the source stands on the other side.
      className="pointer-events-none absolute inset-0 size-full overflow-visible rtl:-scale-x-100"
    >
      {threads.map(({ key, source, pivot, label, ends }) => (
        <Line
          key={key}
          source={source}
          pivot={pivot}
          width={width}
          colour={colours.get(label) ?? 9}
          lit={ends.some((id) => id === selected || id === hovered)}
        />
      ))}
    </svg>
  );
}

type LineProps = {
  readonly source: number;
  readonly pivot: number;
  readonly width: number;
  readonly colour: number;
  readonly lit: boolean;
};

const Line = memo(function Line({ source, pivot, width, colour, lit }: LineProps) {
  return (
    <path
      data-lit={lit}
      d={
        lit
          ? `M0 ${source}C${width / 2} ${source} ${width / 2} ${pivot} ${width} ${pivot}`
          : `M0 ${source}h${STUB}M${width - STUB} ${pivot}h${STUB}`
      }
      fill="none"
      stroke={lit ? `var(--label-${colour}-line)` : "var(--color-control)"}
      strokeWidth={lit ? 2 : 1}
      opacity={lit ? 1 : 0.6}
    />
  );
});

function threadsOf(
  annotation: Annotation,
  roots: TextRoots,
  known: Heights["known"],
  top: number,
): readonly Thread[] {
  const spans = new Map(annotation.spans.map((span) => [span.id, span]));
  const heightOf = (span: Span): number | undefined => {
    const key = `${span.side} ${span.start} ${span.end}`;
    if (!known.has(key)) known.set(key, measured(roots.get(span.side), span, top));
    return known.get(key);
  };
  return annotation.links.flatMap((link): Thread[] => {
    const [from, to] = [spans.get(link.source), spans.get(link.pivot)];
    const [source, pivot] = [from && heightOf(from), to && heightOf(to)];
    if (!from || source === undefined || pivot === undefined) return [];
    return [
      {
        key: `${link.source}\n${link.pivot}`,
        source,
        pivot,
        label: from.label,
        ends: [link.source, link.pivot],
      },
    ];
  });
}

/** Of several boxes the one nearest to the gutter counts: the source stands before it, the translation behind. */
function measured(root: TextRoot | undefined, span: Span, top: number): number | undefined {
  const nearer = (box: DOMRect, best: DOMRect): boolean => isNearer[span.side](box, best);
  const box =
    root &&
    boxesOf(root, span).reduce<DOMRect | undefined>(
      (best, next) => (!best || nearer(next, best) ? next : best),
      undefined,
    );
  return box && Math.round(box.top + box.height / 2 - top);
}

const isNearer: Readonly<Record<Side, (box: DOMRect, best: DOMRect) => boolean>> = {
  source: (box, best) => box.right > best.right,
  pivot: (box, best) => box.left < best.left,
};

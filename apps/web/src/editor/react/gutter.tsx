import { type Annotation, type Link, type SpanId, spanById } from "@spanbridge/shared";
import { type RefObject, useCallback } from "react";
import { boxesOf } from "../dom/geometry.ts";
import type { TextRoots } from "../dom/offsets.ts";
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

/**
 * The links between the two texts: those of the selected and the hovered span drawn, of the others the beginnings, so that
 * a dense segment is no web of lines. What is lit is decided without measuring. The entity table says it in words.
 */
export function Gutter({ gutter, width, colours }: GutterProps) {
  const roots = useRoots();
  const annotation = useAnnotation();
  const selected = useSegmentState((state) => state.selection?.span);
  const hovered = useHover(({ span }) => span);
  const measure = useCallback((): readonly Thread[] => {
    const top = gutter.current?.getBoundingClientRect().top;
    if (top === undefined) return [];
    return annotation.links.flatMap((link) => threadOf(annotation, link, rootsOf(roots), top) ?? []);
  }, [annotation, gutter, roots]);
  const threads = useMeasured(gutter, measure) ?? [];
  return (
    <svg
      aria-hidden
      // Where the page is mirrored the source stands on the other side.
      className="pointer-events-none absolute inset-0 size-full overflow-visible rtl:-scale-x-100"
    >
      {threads.map(({ key, source, pivot, label, ends }) => {
        const lit = ends.some((id) => id === selected || id === hovered);
        return (
          <path
            key={key}
            data-lit={lit}
            d={
              lit
                ? `M0 ${source}C${width / 2} ${source} ${width / 2} ${pivot} ${width} ${pivot}`
                : `M0 ${source}h${STUB}M${width - STUB} ${pivot}h${STUB}`
            }
            fill="none"
            stroke={lit ? `var(--label-${colours.get(label) ?? 9}-line)` : "var(--color-control)"}
            strokeWidth={lit ? 2 : 1}
            opacity={lit ? 1 : 0.6}
          />
        );
      })}
    </svg>
  );
}

function threadOf(
  annotation: Annotation,
  { source, pivot }: Link,
  roots: TextRoots,
  top: number,
): Thread | undefined {
  const [sourceSpan, pivotSpan] = [spanById(annotation, source), spanById(annotation, pivot)];
  const [sourceRoot, pivotRoot] = [roots.get("source"), roots.get("pivot")];
  if (!sourceSpan || !pivotSpan || !sourceRoot || !pivotRoot) return undefined;
  // Of several boxes the one nearest to the gutter: the source stands before it, the translation behind.
  const from = boxesOf(sourceRoot, sourceSpan).reduce<DOMRect | undefined>(
    (best, box) => (!best || box.right > best.right ? box : best),
    undefined,
  );
  const to = boxesOf(pivotRoot, pivotSpan).reduce<DOMRect | undefined>(
    (best, box) => (!best || box.left < best.left ? box : best),
    undefined,
  );
  if (!from || !to) return undefined;
  return {
    key: `${source}\n${pivot}`,
    source: Math.round(from.top + from.height / 2 - top),
    pivot: Math.round(to.top + to.height / 2 - top),
    label: sourceSpan.label,
    ends: [source, pivot],
  };
}

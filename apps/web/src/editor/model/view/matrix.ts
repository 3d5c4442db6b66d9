import type { Annotation, Span } from "@spanbridge/shared";

/** The translation's entities against the source's spans, both in reading order. */
export type Matrix = {
  readonly pivots: readonly Span[];
  readonly sources: readonly Span[];
  readonly linked: (pivot: Span, source: Span) => boolean;
};

export function matrixOf({ spans, links }: Annotation): Matrix {
  const pairs = new Set(links.map(({ pivot, source }) => `${pivot}\n${source}`));
  return {
    pivots: spans.filter(({ side }) => side === "pivot"),
    sources: spans.filter(({ side }) => side === "source"),
    linked: (pivot, source) => pairs.has(`${pivot.id}\n${source.id}`),
  };
}

export type Cell = { readonly row: number; readonly column: number };

/** The cell that a key goes to from another; undefined for a key that goes nowhere. `mirrored`: columns run to the left. */
export function cellAfter(
  key: string,
  { row, column }: Cell,
  rows: number,
  columns: number,
  mirrored: boolean,
): Cell | undefined {
  const clamp = (cell: Cell): Cell => ({
    row: Math.max(0, Math.min(rows - 1, cell.row)),
    column: Math.max(0, Math.min(columns - 1, cell.column)),
  });
  const right = mirrored ? -1 : 1;
  switch (key) {
    case "ArrowUp":
      return clamp({ row: row - 1, column });
    case "ArrowDown":
      return clamp({ row: row + 1, column });
    case "ArrowLeft":
      return clamp({ row, column: column - right });
    case "ArrowRight":
      return clamp({ row, column: column + right });
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: columns - 1 };
    default:
      return undefined;
  }
}

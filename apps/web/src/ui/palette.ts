import { PALETTE_SIZE } from "@spanbridge/shared/contracts";

export const lineStyles = ["solid", "dashed", "double", "dotted", "dash-dot", "wavy"] as const;
export type LineStyle = (typeof lineStyles)[number];

export type Swatch = { readonly index: number; readonly name: string; readonly line: LineStyle };

const names = [
  "Blue",
  "Pink",
  "Teal",
  "Red",
  "Brown",
  "Green",
  "Orange",
  "Violet",
  "Gold",
  "Slate",
  "Cyan",
  "Plum",
] as const;

/** What the colours of tokens.css are called; the index is a label's `colour`. Line styles repeat after six. */
export const palette: readonly Swatch[] = Array.from({ length: PALETTE_SIZE }, (_, index) => ({
  index,
  name: names[index] ?? `Colour ${index + 1}`,
  line: lineStyles[index % lineStyles.length] ?? "solid",
}));

/** The first colour that no label uses yet, else the least used one. */
export function nextColour(used: readonly number[]): number {
  const uses = palette.map(({ index }) => used.filter((colour) => colour === index).length);
  return uses.indexOf(Math.min(...uses));
}

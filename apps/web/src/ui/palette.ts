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
export const palette: readonly Swatch[] = names.map((name, index) => ({
  index,
  name,
  line: lineStyles[index % lineStyles.length] ?? "solid",
}));

/** The first colour that no label uses yet, else the least used one. */
export function nextColour(used: readonly number[]): number {
  const uses = palette.map(({ index }) => used.filter((colour) => colour === index).length);
  return uses.indexOf(Math.min(...uses));
}

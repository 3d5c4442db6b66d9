import { PALETTE_SIZE } from "@spanbridge/shared/contracts";
import { lineStyles } from "../../ui/palette.ts";

/** One repeated background image; sizes in pixels. */
export type Stroke = {
  readonly image: string;
  readonly width: number;
  readonly height: number;
  /** Above the line's own bottom edge. */
  readonly rise: number;
};

/** The line of a label's colour as background layers: the second channel beside the hue. `weight` in pixels. */
export function strokesOf(colour: number, weight: 2 | 3): readonly Stroke[] {
  const c = `var(--label-${colour % PALETTE_SIZE}-line)`;
  switch (lineStyles[colour % lineStyles.length]) {
    case "dashed":
      return [
        { image: `linear-gradient(90deg,${c} 70%,transparent 70%)`, width: 8, height: weight, rise: 0 },
      ];
    case "double":
      return [
        {
          image: `linear-gradient(${c} ${weight - 0.5}px,transparent ${weight - 0.5}px ${weight + 1}px,${c} ${weight + 1}px)`,
          width: 8,
          height: weight + 2.5,
          rise: 0,
        },
      ];
    case "dotted":
      return [
        {
          image: `radial-gradient(circle at ${weight - 0.5}px 50%,${c} ${weight - 0.6}px,transparent ${weight - 0.4}px)`,
          width: weight + 3,
          height: weight + 1,
          rise: 0,
        },
      ];
    case "dash-dot":
      return [
        {
          image: `linear-gradient(90deg,${c} 7px,transparent 7px 9px,${c} 9px 11px,transparent 11px)`,
          width: 13,
          height: weight,
          rise: 0,
        },
      ];
    case "wavy": {
      // Upper and lower half circles in turn, each in its half of the line.
      const arc = (centre: string): string =>
        `radial-gradient(circle at ${centre},transparent 1.1px,${c} 1.3px ${weight + 0.3}px,transparent ${weight + 0.5}px)`;
      return [
        { image: arc("2px 100%"), width: 8, height: weight, rise: weight },
        { image: arc("6px 0"), width: 8, height: weight, rise: 0 },
      ];
    }
    default:
      return [{ image: `linear-gradient(${c},${c})`, width: 8, height: weight, rise: 0 }];
  }
}

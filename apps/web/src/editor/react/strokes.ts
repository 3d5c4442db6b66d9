import { PALETTE_SIZE } from "@spanbridge/shared/contracts";
import { lineStyles } from "../../ui/palette.ts";

/** One repeated background image; sizes in pixels. */
export type Stroke = { readonly image: string; readonly width: number; readonly height: number };

/** The line of a label's colour as background layers: the second channel beside the hue. `weight` in pixels. */
export function strokesOf(colour: number, weight: 2 | 3): readonly Stroke[] {
  const c = `var(--label-${colour % PALETTE_SIZE}-line)`;
  switch (lineStyles[colour % lineStyles.length]) {
    case "dashed":
      return [{ image: `linear-gradient(90deg,${c} 70%,transparent 70%)`, width: 8, height: weight }];
    case "double":
      return [
        {
          image: `linear-gradient(${c} ${weight - 0.5}px,transparent ${weight - 0.5}px ${weight + 1}px,${c} ${weight + 1}px)`,
          width: 8,
          height: weight + 2.5,
        },
      ];
    case "dotted":
      return [
        {
          image: `radial-gradient(circle at ${weight - 0.5}px 50%,${c} ${weight - 0.6}px,transparent ${weight - 0.4}px)`,
          width: weight + 3,
          height: weight + 1,
        },
      ];
    case "dash-dot":
      return [
        {
          image: `linear-gradient(90deg,${c} 7px,transparent 7px 9px,${c} 9px 11px,transparent 11px)`,
          width: 13,
          height: weight,
        },
      ];
    case "wavy":
      return ["135deg", "45deg"].map((angle) => ({
        image: `linear-gradient(${angle},transparent 1.6px,${c} 1.6px ${weight + 1.2}px,transparent ${weight + 1.2}px)`,
        width: 6,
        height: weight + 1.5,
      }));
    default:
      return [{ image: `linear-gradient(${c},${c})`, width: 8, height: weight }];
  }
}

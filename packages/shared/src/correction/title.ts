import type { Correction } from "./correction.ts";

const LONGEST = 60;

const short = (surface: string): string => {
  const line = [...surface.replaceAll(/\s+/gu, " ")];
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).join("")}…` : line.join("");
};

/** A correction in a few words for people, as undo and the history show it. */
export function correctionTitle(correction: Correction): string {
  switch (correction.kind) {
    case "change": {
      const { surface, label, to } = correction;
      const moved = to.start !== 0 || to.end !== 0;
      if (!moved) return `Relabel ${short(surface)} as ${to.label}`;
      const relabelled = to.label === label ? "" : ` as ${to.label}`;
      return `Change ${short(surface)} into ${short(to.surface)}${relabelled}`;
    }
    case "remove":
      return `Delete ${correction.label} ${short(correction.surface)}`;
    case "place":
      return `Label ${short(correction.source)} as ${correction.label}, linked to ${short(correction.pivot)}`;
    case "add":
      return `Label ${short(correction.surface)} as ${correction.label}`;
    case "absent":
      return `No counterpart for ${short(correction.surface)}`;
    case "unlink":
      return `Unlink ${short(correction.pivot)} and ${short(correction.source)}`;
  }
}

import type { ScoreRange } from "@spanbridge/shared/contracts";
import { t } from "../../../ui/i18n/t.ts";
import { rangeText, score } from "../figures.ts";

const WIDTH = 120;
const HEIGHT = 14;
const at = (value: number): number => 1 + value * (WIDTH - 2);

/** A score between 0 and 1 as a dot with its interval; the numbers stand beside it. */
export function Interval({ value, range }: { readonly value: number; readonly range: ScoreRange }) {
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t("{{value}}, 95 % interval {{range}}", { value: score(value), range: rangeText(range) })}
      className="inline-block shrink-0 align-middle"
    >
      <line x1="1" x2={WIDTH - 1} y1={HEIGHT / 2} y2={HEIGHT / 2} className="stroke-line" />
      <path
        d={`M${at(range.low)} ${HEIGHT / 2}H${at(range.high)}M${at(range.low)} 3V11M${at(range.high)} 3V11`}
        className="fill-none stroke-ink-muted"
        strokeWidth="1.5"
      />
      <circle
        cx={at(value)}
        cy={HEIGHT / 2}
        r="3.5"
        className="fill-accent forced-colors:fill-[CanvasText]"
      />
    </svg>
  );
}

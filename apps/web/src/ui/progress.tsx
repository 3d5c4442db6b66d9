import { Progress as Base } from "@base-ui/react/progress";
import { t } from "./i18n/t.ts";

type ProgressProps = {
  readonly label: string;
  /** 0 to 1; null while the end is not known. */
  readonly value: number | null;
  /** What assistive technology says in place of per cent. */
  readonly text?: string;
};

export function ProgressBar({ label, value, text }: ProgressProps) {
  return (
    <Base.Root
      value={value === null ? null : Math.min(1, value) * 100}
      aria-label={label}
      getAriaValueText={(formatted) => text ?? formatted ?? t("under way")}
    >
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-ink/10 forced-colors:border">
        <Base.Indicator className="h-full rounded-full bg-accent transition-[width] data-indeterminate:w-1/4 data-indeterminate:animate-slide forced-colors:bg-[Highlight]" />
      </Base.Track>
    </Base.Root>
  );
}

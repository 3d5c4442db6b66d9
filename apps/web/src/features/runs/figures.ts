import { t } from "../../ui/i18n/t.ts";
/** "40 s", "3 min", "2 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return t("{{minutes}} min", { minutes });
  return t("{{value}} h {{value2}} min", { value: Math.floor(minutes / 60), value2: minutes % 60 });
}

/** In the currency the price was given in. */
export const money = (amount: number): string =>
  amount === 0
    ? t("no cost")
    : t("cost {{value}}", { value: amount < 1 ? amount.toPrecision(2) : amount.toFixed(2) });

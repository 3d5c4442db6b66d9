import { chosenLanguage, localeOf, t, tn } from "./i18n/t.ts";

// Another language is another page: it is loaded anew.
const locale = localeOf(chosenLanguage());
const numbers = new Intl.NumberFormat(locale);
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const dates = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
const dateTimes = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

export const formatNumber = (value: number): string => numbers.format(value);
export const formatDateTime = (iso: string): string => dateTimes.format(new Date(iso));

/** "1 segment", "2,000 segments". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  tn(count, `{{count}} ${one}`, `{{count}} ${many}`);

/** A share as whole per cent that is 0 or 100 only when it is exactly that. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0 || part === 0) return "0 %";
  if (part === whole) return "100 %";
  return `${Math.min(99, Math.max(1, Math.round((100 * part) / whole)))} %`;
}

const steps = [
  ["minute", 60],
  ["hour", 3600],
  ["day", 86_400],
] as const;

/** "5 minutes ago", "yesterday"; from a week on, the date. */
export function formatAgo(iso: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  if (seconds < 60) return t("just now");
  if (seconds >= 7 * 86_400) return dates.format(new Date(iso));
  const [unit, size] = steps.findLast(([, from]) => seconds >= from) ?? steps[0];
  return relative.format(-Math.floor(seconds / size), unit);
}

/** "800 B", "1.2 MB" (decimal units). */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}

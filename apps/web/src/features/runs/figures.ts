/** "40 s", "3 min", "2 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** In the currency the price was given in. */
export const money = (amount: number): string =>
  amount === 0 ? "no cost" : `cost ${amount < 1 ? amount.toPrecision(2) : amount.toFixed(2)}`;

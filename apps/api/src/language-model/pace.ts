import { setTimeout as delay } from "node:timers/promises";

/** Time as far as waiting is concerned; the tests have their own. */
export type Clock = {
  readonly now: () => number;
  /** Rejects when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds, undefined, { signal });
  },
};

/**
 * Lets calls to one endpoint begin at even distances, and all of them wait when the endpoint has asked for that. Callers
 * are served in the order they came.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #distance: number;
  #next = 0;

  constructor(clock: Clock, requestsPerMinute: number | null) {
    this.#clock = clock;
    this.#distance = requestsPerMinute === null ? 0 : 60_000 / requestsPerMinute;
  }

  async turn(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const begin = Math.max(now, this.#next);
    this.#next = begin + this.#distance;
    if (begin > now) await this.#clock.sleep(begin - now, signal);
  }

  /** Nobody begins before this time. */
  holdUntil(time: number): void {
    this.#next = Math.max(this.#next, time);
  }
}

const paces = new Map<string, Pace>();

/** The pace of an endpoint in this process: all runs that use it share it. */
export function paceOf(baseUrl: string, requestsPerMinute: number | null, clock: Clock): Pace {
  if (clock !== realClock) return new Pace(clock, requestsPerMinute);
  const key = `${baseUrl} ${requestsPerMinute ?? ""}`;
  const known = paces.get(key) ?? new Pace(clock, requestsPerMinute);
  paces.set(key, known);
  return known;
}

import type { ArticlesFailure, Query } from "@spanbridge/projection";
import { err, ok } from "@spanbridge/shared";
import { z } from "zod";
import { type Clock, Pace, realClock } from "../language-model/pace.ts";
import { retryAfter, waitBefore } from "../language-model/retry-after.ts";
import { version } from "../version.ts";
import { isLocalApi } from "./address.ts";

export type TransportSettings = {
  /** Address of the programming interface, with `{lang}` where the wiki's code stands. */
  readonly apiBase: string;
  /** How the operators of the wiki can reach whoever asks: an address of mail or of a page. */
  readonly contact: string;
  /** Null: as fast as it answers. */
  readonly requestsPerMinute: number | null;
  /** How often a question that failed in passing is asked again. */
  readonly retries: number;
};

export type TransportOptions = {
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  readonly random?: () => number;
};

export const WIKIPEDIA_API = "https://{lang}.wikipedia.org/w/api.php";

/** As Wikimedia asks for: one question at a time, and no more than one a second. A wiki on this machine is nobody's else. */
export const usualTransport = (apiBase: string) => ({
  requestsPerMinute: isLocalApi(apiBase) ? null : 60,
  retries: 8,
});

const TIMEOUT_MS = 60_000;
/** Answers are not given while the database's copies are further behind than this, in seconds: what MediaWiki recommends. */
const MAXLAG = "5";
/** Errors of MediaWiki that pass. */
const PASSING = /^(?:maxlag|ratelimited|readonly|internal_api_error_\w+|cirrussearch-too-busy-error)$/;

const errorSchema = z.looseObject({
  error: z.looseObject({ code: z.string(), info: z.string().default("") }),
});

/** Who asks, as Wikimedia's rules want it: program, version and a way to reach its user. */
export const userAgent = (contact: string): string =>
  `Spanbridge/${version}${contact === "" ? "" : ` (${contact.replace(/[()\r\n]/g, " ").trim()})`}`;

type Try =
  | { readonly kind: "answered"; readonly value: unknown }
  | { readonly kind: "failed"; readonly failure: ArticlesFailure; readonly asked: number | undefined }
  | { readonly kind: "refused"; readonly failure: ArticlesFailure };

/**
 * Asks MediaWiki, one question at a time and no faster than agreed. What fails in passing (lag, limits, faults of the
 * server, broken answers, the network) is asked again, after as long as the server asks for or twice as long each time.
 */
export function createQuery(settings: TransportSettings, options: TransportOptions): Query {
  const { signal, clock = realClock, random = Math.random } = options;
  const pace = new Pace(clock, settings.requestsPerMinute);
  // However many ask: one after the other.
  let last: Promise<unknown> = Promise.resolve();
  const query: Query = async (wiki, parameters) => {
    const url = new URL(settings.apiBase.replace("{lang}", wiki));
    for (const [name, value] of Object.entries({ ...parameters, maxlag: MAXLAG })) {
      url.searchParams.set(name, value);
    }
    for (let attempt = 1; ; attempt++) {
      try {
        await pace.turn(signal);
        const tried = await once(url, settings, signal, clock);
        if (tried.kind === "answered") return ok(tried.value);
        if (tried.kind === "refused" || attempt > settings.retries) return err(tried.failure);
        await clock.sleep(waitBefore(attempt, tried.asked, random()), signal);
      } catch (error) {
        if (signal.aborted) return err({ kind: "cancelled", message: "Stopped." });
        throw error;
      }
    }
  };
  return (wiki, parameters) => {
    const turn = last.then(() => query(wiki, parameters));
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function once(url: URL, settings: TransportSettings, signal: AbortSignal, clock: Clock): Promise<Try> {
  const failed = (kind: ArticlesFailure["kind"], message: string, asked?: number): Try => ({
    kind: "failed",
    failure: { kind, message },
    asked,
  });
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      headers: { "user-agent": userAgent(settings.contact), accept: "application/json" },
      // Another host than the allowed one is nobody that we meant to ask.
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    text = await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    return failed("unreachable", `${url.origin} cannot be reached.`);
  }
  const asked = retryAfter(Object.fromEntries(response.headers), clock.now());
  const { status } = response;
  if (status === 429) return failed("overloaded", `${url.origin} is asked too often.`, asked);
  if (status >= 500 || status === 408) {
    return failed("overloaded", `${url.origin} answered with ${status}.`, asked);
  }
  if (status >= 400) {
    const why = status === 403 ? " It may want to know who asks: give a contact." : "";
    const message = `${url.origin} answered with ${status}.${why}`;
    return { kind: "refused", failure: { kind: "refused", message } };
  }
  const value = parsed(text);
  if (value === undefined)
    return failed("unreadable", `${url.origin} answered with something that is no JSON.`);
  const told = errorSchema.safeParse(value);
  if (!told.success) return { kind: "answered", value };
  const { code, info } = told.data.error;
  const message = `${url.origin} answered: ${info.slice(0, 200)} (${code}).`;
  return PASSING.test(code)
    ? failed("overloaded", message, asked)
    : { kind: "refused", failure: { kind: "refused", message } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { AppError } from "../../error.ts";

/** Requests of one person in a minute, over all of their keys. */
export const REQUESTS_PER_MINUTE = 600;
const WINDOW_S = 60;

/** Files of one person that are on their way at the same time, in or out, and whatever else takes that long. */
export const FILES_AT_ONCE = 3;

/** Bytes of a JSON body; files have no such limit. */
export const MAX_JSON_BODY = 1024 * 1024;

export class TooManyRequests extends AppError {
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super("too_many_requests", message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Counts requests by person in windows of a minute. */
export class RequestLimit {
  readonly #limit: number;
  readonly #windows = new Map<string, { used: number; readonly endsAt: number }>();

  constructor(limit: number = REQUESTS_PER_MINUTE) {
    this.#limit = limit;
  }

  /** Headers that say what is left. Throws when nothing is. `now`: milliseconds of any steady clock. */
  take(userId: string, now: number = performance.now()): Record<string, string> {
    const window = this.#windowOf(userId, now);
    const seconds = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
    if (window.used >= this.#limit) {
      throw new TooManyRequests(
        `These were more than ${this.#limit} requests in a minute, which is the limit.`,
        seconds,
      );
    }
    window.used++;
    // As in the IETF draft of the RateLimit header fields.
    return {
      "RateLimit-Policy": `"minute";q=${this.#limit};w=${WINDOW_S}`,
      RateLimit: `"minute";r=${this.#limit - window.used};t=${seconds}`,
    };
  }

  #windowOf(userId: string, now: number) {
    const found = this.#windows.get(userId);
    if (found && found.endsAt > now) return found;
    for (const [other, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(other);
    const window = { used: 0, endsAt: now + WINDOW_S * 1000 };
    this.#windows.set(userId, window);
    return window;
  }
}

/** Keeps one person's files from taking all the connections that files have. */
export class FileLimit {
  readonly #running = new Map<string, number>();

  /** Throws when the person has as many as allowed already. What it answers is to be called once, at the end. */
  take(userId: string): () => void {
    const running = this.#running.get(userId) ?? 0;
    if (running >= FILES_AT_ONCE) {
      throw new TooManyRequests(
        `${FILES_AT_ONCE} imports, exports or evaluations of yours are under way already, which is the limit.`,
        5,
      );
    }
    this.#running.set(userId, running + 1);
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      const left = (this.#running.get(userId) ?? 1) - 1;
      if (left > 0) this.#running.set(userId, left);
      else this.#running.delete(userId);
    };
  }
}

/** Calls `end` once the body is read to its end, breaks off, or is not wanted any more. */
export function whenOver(body: ReadableStream<Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          end();
          controller.close();
        } catch (error) {
          end();
          throw error;
        }
      },
      cancel(reason) {
        end();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

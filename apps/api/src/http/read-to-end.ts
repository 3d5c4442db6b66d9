import type { MiddlewareHandler } from "hono";

/** How much is read that nobody wants, and for how long. */
const MOST_BYTES = 1024 ** 3;
const MOST_MS = 30_000;

/**
 * Takes what the client is still sending before it is answered. An answer that closes the connection earlier is lost on
 * clients that send all of a file before they read: they see a broken pipe and no reason.
 */
export const readToEnd: MiddlewareHandler = async (context, next) => {
  await next();
  const { method } = context.req;
  if (method === "GET" || method === "HEAD") return;
  const { body } = context.req.raw;
  if (!body || body.locked || (await drained(body))) return;
  context.res.headers.set("Connection", "close");
};

/** False where there was more than is read. */
async function drained(body: ReadableStream<Uint8Array>): Promise<boolean> {
  const reader = body.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    reader.cancel().catch(() => undefined);
  }, MOST_MS);
  try {
    for (let bytes = 0; bytes <= MOST_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) return !late;
      bytes += value.length;
    }
    return false;
  } catch {
    // The client has gone: nobody reads the answer.
    return true;
  } finally {
    clearTimeout(timer);
    reader.releaseLock();
  }
}

/** The body of a request piece by piece. Who stops early leaves the rest to `readToEnd`. */
export async function* piecesOf({ body }: Request): AsyncGenerator<Uint8Array> {
  // Begun only when somebody reads: it is locked from then on.
  if (body) yield* body.values({ preventCancel: true });
}

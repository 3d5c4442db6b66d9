import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { err, ok, type Result } from "@spanbridge/shared";
import type { Hono } from "hono";

export type Listening = {
  /** Where a browser on this machine finds us. */
  readonly url: string;
  /** Takes no more requests, lets running ones finish for a while, then ends them. */
  readonly close: () => Promise<void>;
};

/** How long running requests have when the server stops. */
const GRACE_MS = 5000;

/** `message` says what to do about it. */
export async function listen(
  http: Hono,
  { host, port }: { host: string; port: number },
): Promise<Result<Listening, { message: string }>> {
  const server = createAdaptorServer({ fetch: http.fetch });
  if (!("requestTimeout" in server)) throw new TypeError("An HTTP/1 server was expected.");
  // A large file over a slow line takes as long as it takes.
  server.requestTimeout = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    return err({ message: sentence(error, host, port) });
  }
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  return ok({ url: `http://${shownHost(host)}:${taken}`, close: () => close(server) });
}

/** A server on all addresses is shown with the one that surely works here; an IPv6 address stands in brackets. */
function shownHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function sentence(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program. Set SPANBRIDGE_PORT to another one (0 takes any that is free).`;
    case "EACCES":
      return `You may not listen on port ${port}. Set SPANBRIDGE_PORT to one above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `This machine has no address "${host}". Set SPANBRIDGE_HOST to one that it has, or leave it unset.`;
    default:
      return `The server cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : error}.`;
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
}

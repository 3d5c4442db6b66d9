import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerQuery, type Pieces } from "./answer.ts";
import type { Wikis } from "./pages.ts";

/** What the stand-in does wrong on purpose. */
export type WikiMischief =
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** Never answers. */
  | { readonly kind: "hang" }
  /** As MediaWiki says it: status 200, an error, and when to come back. */
  | { readonly kind: "maxlag"; readonly retryAfter: string }
  | { readonly kind: "rate_limited"; readonly retryAfter: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "broken_json" | "no_answer" | "ratelimited_error" | "bad_token" };

export type WikiAsked = {
  readonly wiki: string;
  readonly titles: readonly string[];
  readonly parameters: URLSearchParams;
  readonly userAgent: string | undefined;
  /** Whether a whole answer of status 200 has left. */
  answered: boolean;
};

export type WikiStandIn = {
  /** What the program is given as the address, with `{lang}`. */
  readonly apiBase: string;
  readonly asked: WikiAsked[];
  /** How many questions were on their way at once, at most. */
  atOnce: number;
  mischief: (asked: WikiAsked, count: number) => WikiMischief | undefined;
  pieces: Pieces;
  readonly close: () => Promise<void>;
};

/** A stand-in for Wikipedia's programming interface: `/LANG/w/api.php`, answering from the pages it is given. */
export async function startWikipedia(wikis: Wikis, port = 0): Promise<WikiStandIn> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the stand-in has no address");
  const standIn: WikiStandIn = {
    apiBase: `http://127.0.0.1:${address.port}/{lang}/w/api.php`,
    asked: [],
    atOnce: 0,
    mischief: () => undefined,
    pieces: { extracts: 20, links: 500 },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  let now = 0;
  server.on("request", (request, response) => {
    standIn.atOnce = Math.max(standIn.atOnce, ++now);
    response.on("close", () => now--);
    respond(standIn, wikis, request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  return standIn;
}

async function respond(
  standIn: WikiStandIn,
  wikis: Wikis,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const wiki = /^\/([\w-]+)\/w\/api\.php$/.exec(url.pathname)?.[1];
  const pages = wiki === undefined ? undefined : wikis[wiki];
  if (wiki === undefined || !pages) {
    response.writeHead(404).end();
    return;
  }
  const asked: WikiAsked = {
    wiki,
    titles: (url.searchParams.get("titles") ?? "").split("|"),
    parameters: url.searchParams,
    userAgent: request.headers["user-agent"],
    answered: false,
  };
  standIn.asked.push(asked);
  const json = (status: number, value: object | string, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(typeof value === "string" ? value : JSON.stringify(value), () => {
      asked.answered = status === 200 && !response.destroyed;
    });
  };
  const error = (code: string, info: string, further: object = {}): object => ({
    error: { code, info, ...further },
  });
  const mischief = standIn.mischief(asked, standIn.asked.length - 1);
  switch (mischief?.kind) {
    case "hang":
      return;
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, mischief.milliseconds));
      if (response.destroyed) return;
      break;
    case "maxlag": {
      const headers = { "retry-after": mischief.retryAfter, "x-database-lag": "7" };
      const lagged = { host: "10.64.48.35", lag: 7.2, type: "db" };
      return json(200, error("maxlag", "Waiting for 10.64.48.35: 7.2 seconds lagged.", lagged), headers);
    }
    case "rate_limited":
      return json(429, "Too many requests.", { "retry-after": mischief.retryAfter });
    case "ratelimited_error":
      return json(200, error("ratelimited", "You've exceeded your rate limit."));
    case "bad_token":
      return json(200, error("badvalue", 'Unrecognized value for parameter "prop".'));
    case "status":
      return json(mischief.status, "<html><title>Error</title></html>");
    case "broken_json":
      return json(200, '{"batchcomplete":true,"query":{"pages":[{"pageid":1,');
    case "no_answer":
      return json(200, { hello: "world" });
  }
  json(200, answerQuery(wiki, pages, url.searchParams, standIn.pieces));
}

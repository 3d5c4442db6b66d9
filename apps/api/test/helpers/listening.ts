import { afterAll, beforeAll } from "vitest";
import type { Actor } from "../../src/actor.ts";
import { issueLink } from "../../src/auth/issue-link.ts";
import { listen } from "../../src/http/listen.ts";
import type { World } from "./world.ts";

/** The world behind a real socket. */
export type Site = {
  readonly url: string;
  /** The value of a Cookie header for this person. */
  readonly signIn: (actor: Actor) => Promise<string>;
};

export function useSite(world: () => World): () => Site {
  let site: Site | undefined;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const listening = await listen(world().http, { host: "127.0.0.1", port: 0 });
    if (!listening.ok) throw new Error(listening.error.message);
    const { url } = listening.value;
    close = listening.value.close;
    site = { url, signIn: (actor) => signIn(world(), url, actor) };
  });
  afterAll(() => close?.());
  return () => {
    if (!site) throw new Error("the site exists only inside tests and hooks");
    return site;
  };
}

async function signIn({ db, app }: World, url: string, { userId }: Actor): Promise<string> {
  const { path } = await issueLink(db.pool, { purpose: "sign_in", userId }, app.now());
  const response = await openLink(url, path);
  if (!response.ok) throw new Error(await response.text());
  return cookieOf(response);
}

/** Redeems a one-time link as the web app does. */
export const openLink = (
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/api/auth/open-link`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ token: path.split("#")[1] }),
  });

export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

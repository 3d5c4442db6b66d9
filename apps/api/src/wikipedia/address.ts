import type { PageCache } from "@spanbridge/projection";
import { AppError } from "../error.ts";
import { isLoopback } from "../language-model/endpoint.ts";

/** The wikis of such an address are this machine's own. */
export const isLocalApi = (apiBase: string): boolean => isLoopback(apiBase.replace("{lang}", "en"));

/** Refuses to ask a wiki elsewhere without saying who asks: the rules of Wikimedia want that, and it blocks who does not. */
export function requireContact({
  apiBase,
  contact,
}: {
  readonly apiBase: string;
  readonly contact: string;
}): void {
  if (isLocalApi(apiBase) || /@|https?:\/\/|^User:/.test(contact)) return;
  throw new AppError(
    "invalid_input",
    "Wikipedia wants to know who asks. Give a contact: an address of mail, or of a page about you.",
  );
}

/** A cache in which the wikis of each address have answers of their own. */
export function cacheAt(cache: PageCache, apiBase: string): PageCache {
  const address = (wiki: string): string => apiBase.replace("{lang}", wiki);
  return {
    read: (wiki, kind, titles) => cache.read(address(wiki), kind, titles),
    write: (entries) =>
      cache.write(entries.map(({ key, value }) => ({ key: { ...key, wiki: address(key.wiki) }, value }))),
  };
}

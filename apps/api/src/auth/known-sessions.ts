import type { Actor } from "../actor.ts";

/** How long a session is taken to be as it was: what ends it elsewhere holds here after that time at the latest. */
const TRUST_MS = 3000;
const MAX = 10_000;

/** Sessions looked up a moment ago, by cookie: somebody at work sends several requests a second. */
export class KnownSessions {
  readonly #known = new Map<string, { readonly actor: Actor; readonly until: number }>();

  get(cookie: string): Actor | undefined {
    const found = this.#known.get(cookie);
    if (found && found.until > performance.now()) return found.actor;
    this.#known.delete(cookie);
    return undefined;
  }

  set(cookie: string, actor: Actor): void {
    if (this.#known.size >= MAX) this.#known.clear();
    this.#known.set(cookie, { actor, until: performance.now() + TRUST_MS });
  }

  clear(): void {
    this.#known.clear();
  }
}

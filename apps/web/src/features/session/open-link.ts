/** What became of a one-time link. `used`: it is unknown, used up or too old. */
export type Opened =
  | { readonly outcome: "in" }
  | { readonly outcome: "used" | "too_many" | "offline" }
  | { readonly outcome: "failed"; readonly message: string };

let taken = "";

/**
 * The token behind the # of /open, which is then cleared from the address bar and this page's entry in the history.
 * Asked again, it gives the same one; empty where there was none.
 */
export function takeToken(): string {
  const { hash } = window.location;
  if (hash.length > 1) {
    taken = hash.slice(1);
    window.history.replaceState(window.history.state, "", "/open");
  }
  return taken;
}

// By hand: zod would be the only reason to load it with the first screen.
function messageOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("message" in answer)) return undefined;
  return typeof answer.message === "string" ? answer.message : undefined;
}

/** Uses the link up and starts a session in this browser. Never throws. */
export async function redeem(token: string): Promise<Opened> {
  let response: Response;
  try {
    response = await fetch("/api/auth/open-link", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
  } catch {
    return { outcome: "offline" };
  }
  if (response.ok) return { outcome: "in" };
  if (response.status === 429) return { outcome: "too_many" };
  if (response.status >= 500) {
    const message = messageOf(await response.json().catch(() => null));
    return {
      outcome: "failed",
      message: message ?? `The server answered with an error (${response.status}).`,
    };
  }
  return { outcome: "used" };
}

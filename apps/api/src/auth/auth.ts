import { betterAuth } from "better-auth";
import { v7 } from "uuid";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { authAdapter } from "../db/auth-adapter.ts";
import { KnownSessions } from "./known-sessions.ts";
import { openLinkPlugin } from "./open-link-plugin.ts";

/** Set by us on every request to the address of the socket; what a client sends under this name is thrown away. */
export const ADDRESS_HEADER = "x-spanbridge-address";

const DAY = 24 * 3600;

export type Auth = {
  /** Answers the requests below /api/auth. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Who sent a request with these headers. */
  readonly identify: (headers: Headers) => Promise<Identity>;
};

export type Identity = {
  /** Undefined without a valid session. */
  readonly actor: Actor | undefined;
  /** To be sent along, now and then: the session goes on for another 30 days. */
  readonly cookies: readonly string[];
};

export function createAuth(app: Pick<App, "db" | "log">, secret: string): Auth {
  const auth = betterAuth({
    appName: "Spanbridge",
    // The address a browser used is known only when a request comes; nothing of ours is made from this one.
    baseURL: "http://localhost",
    basePath: "/api/auth",
    secret,
    database: authAdapter(app.db),
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    user: { additionalFields: { role: { type: "string", input: false, defaultValue: "member" } } },
    trustedOrigins: (request) => ownOrigins(request),
    rateLimit: { enabled: true, storage: "memory", window: 60, max: 600 },
    advanced: {
      cookiePrefix: "spanbridge",
      defaultCookieAttributes: { sameSite: "strict", httpOnly: true, path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => v7() },
    },
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message) => app.log[level](`better-auth: ${message}`) },
    plugins: [openLinkPlugin(app.db)],
  });
  const known = new KnownSessions();
  return {
    handle: async (request) => {
      const response = await auth.handler(request);
      // Whatever it did to sessions or people holds at once.
      if (request.method !== "GET") known.clear();
      return response;
    },
    identify: async (headers) => {
      const cookie = headers.get("cookie");
      if (!cookie) return nobody;
      const found = known.get(cookie);
      if (found) return { actor: found, cookies: [] };
      const { response, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true });
      if (!response) return nobody;
      const { id: userId, name, role } = response.user;
      const actor: Actor = { userId, name, isOwner: role === "owner" };
      known.set(cookie, actor);
      return { actor, cookies: answer.getSetCookie() };
    },
  };
}

const nobody: Identity = { actor: undefined, cookies: [] };

/** The guards in front have checked Host and Origin already; here they only have to agree. */
function ownOrigins(request: Request | undefined): string[] {
  const host = request?.headers.get("host");
  return host ? [`http://${host}`, `https://${host}`] : [];
}

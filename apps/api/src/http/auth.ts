import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { ADDRESS_HEADER, type Auth } from "../auth/auth.ts";

/** The few endpoints of better-auth that are in use; the others do not exist. */
const endpoints = [
  ["POST", "/open-link"],
  ["POST", "/sign-out"],
  ["POST", "/update-user"],
] as const;

export function authRoutes(auth: Auth): Hono {
  const routes = new Hono();
  for (const [method, path] of endpoints) routes.on(method, path, (context) => answer(auth, context));
  return routes;
}

async function answer(auth: Auth, context: Context): Promise<Response> {
  const { raw } = context.req;
  const headers = new Headers(raw.headers);
  headers.set(ADDRESS_HEADER, getConnInfo(context).remote.address ?? "unknown");
  const response = await auth.handle(new Request(raw, { headers }));
  if (context.req.header("x-forwarded-proto") !== "https") return response;
  // Behind TLS the cookie must not travel outside of it; only the proxy in front of us knows.
  const secure = new Headers(response.headers);
  secure.delete("set-cookie");
  for (const cookie of response.headers.getSetCookie()) {
    secure.append("set-cookie", /;\s*secure/i.test(cookie) ? cookie : `${cookie}; Secure`);
  }
  return new Response(response.body, { status: response.status, headers: secure });
}

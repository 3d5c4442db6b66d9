import type { MiddlewareHandler } from "hono";
import { refuse } from "./refuse.ts";

/**
 * DNS rebinding: a page of somebody else's can make its own name point to 127.0.0.1 and then talks to us as "itself".
 * A server that listens on this machine only is called by a name of this machine, or of the proxy in front of it.
 */
export const hostGuard = (boundTo: string, publicUrl: string | undefined): MiddlewareHandler =>
  async function checkHost(context, next) {
    const host = context.req.header("host") ?? "";
    const known = isLoopback(hostnameOf(`http://${host}`)) || (publicUrl && host === hostOf(publicUrl));
    if (isLoopback(boundTo) && !known) {
      return refuse(context, 421, "forbidden", `This server does not answer for "${host}".`);
    }
    return next();
  };

/**
 * Cross-site request forgery, besides the SameSite cookie (which lets other ports of the same machine through): what
 * changes something must come from a page of ours. Programs that are no browsers send no Origin.
 */
export const originGuard: MiddlewareHandler = async function checkOrigin(context, next) {
  const { method } = context.req;
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return next();
  const origin = context.req.header("origin");
  const site = context.req.header("sec-fetch-site");
  const foreign =
    origin === undefined
      ? site !== undefined && site !== "same-origin" && site !== "none"
      : hostOf(origin) !== context.req.header("host");
  return foreign ? refuse(context, 403, "forbidden", "This request comes from another site.") : next();
};

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i;

export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

const hostnameOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : "");
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : "");

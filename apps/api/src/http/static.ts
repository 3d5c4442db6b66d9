import { existsSync } from "node:fs";
import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";

const NOT_BUILT = "The web app is not built yet. Start with `npm start`, or run `npm run build`.\n";

/**
 * The built web app. Files below /assets carry a hash in their names and never change; everything else is asked for
 * again. Any other path is a page of the app, whose router knows it.
 */
export function staticFiles(root: string): Hono {
  const files = new Hono();
  if (!existsSync(path.join(root, "index.html"))) {
    return files.get("*", (context) => context.text(NOT_BUILT, 503));
  }
  files.use(compress());
  files.use("/assets/*", serveStatic({ root, precompressed: true, onFound: cacheForever }));
  files.all("/assets/*", (context) => context.text("There is no such file.", 404));
  files.use(etag());
  files.use(serveStatic({ root, precompressed: true, onFound: askAgain }));
  files.get("*", serveStatic({ root, path: "index.html", onFound: askAgain }));
  return files;
}

type Headers = { header: (name: string, value: string) => void };
const cacheForever = (_path: string, context: Headers): void =>
  context.header("Cache-Control", "public, max-age=31536000, immutable");
const askAgain = (_path: string, context: Headers): void => context.header("Cache-Control", "no-cache");

import type { Handler } from "hono";
import type { App } from "../app.ts";
import { answers } from "../db/answers.ts";

/** Whether the database answers; the server listens only once it is migrated. */
export const health =
  ({ db, version }: Pick<App, "db" | "version">): Handler =>
  async (context) => {
    context.header("Cache-Control", "no-store");
    return (await answers(db))
      ? context.json({ status: "ok", version })
      : context.json({ status: "unavailable", version }, 503);
  };

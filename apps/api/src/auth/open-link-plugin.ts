import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { Database } from "../db/open.ts";
import { redeemLink } from "./redeem-link.ts";

const INVALID =
  "This link was used before or is too old. Ask for a new one, or run `npx spanbridge link` on the machine that serves this page.";

/** `POST /open-link {token}`: uses a one-time link up and starts a session, with better-auth's own means. */
export const openLinkPlugin = (db: Database) =>
  ({
    id: "open-link",
    endpoints: {
      openLink: createAuthEndpoint(
        "/open-link",
        { method: "POST", body: z.object({ token: z.string().max(200) }) },
        async (context) => {
          const userId = await redeemLink(db, context.body.token);
          const { internalAdapter } = context.context;
          const user = userId === undefined ? null : await internalAdapter.findUserById(userId);
          if (!user) throw new APIError("UNAUTHORIZED", { code: "LINK_INVALID", message: INVALID });
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ name: user.name });
        },
      ),
    },
    rateLimit: [{ pathMatcher: (path) => path === "/open-link", window: 60, max: 30 }],
  }) satisfies BetterAuthPlugin;

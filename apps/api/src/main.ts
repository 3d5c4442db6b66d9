import path from "node:path";
import { createAuth } from "./auth/auth.ts";
import { issueOwnerLink } from "./auth/issue-link.ts";
import { loadSecret } from "./auth/secret.ts";
import { createApp } from "./create-app.ts";
import { openDatabase } from "./db/open.ts";
import { claimServer } from "./db/server-lock.ts";
import { readEnv } from "./env.ts";
import { createHttpApp } from "./http/app.ts";
import { listen } from "./http/listen.ts";
import { createLog } from "./log.ts";
import { startWorkers } from "./runs/work/job.ts";
import { Shutdown } from "./shutdown.ts";
import { version } from "./version.ts";
import { startSearches } from "./wikipedia/work.ts";

/** The server: everything is put together here, from the outside in, and taken apart in the opposite order. */
async function start(shutdown: Shutdown): Promise<void> {
  const env = readEnv();
  if (!env.ok) return shutdown.fail(env.error.userMessage);
  const log = createLog();

  const database = await openDatabase(env.value, log);
  if (!database.ok) return shutdown.fail(database.error.userMessage);
  const db = database.value;
  shutdown.defer(() => db.close());

  const claim = await claimServer(db, {
    log,
    onLost: () => shutdown.fail("Another Spanbridge has taken over this data."),
  });
  if (claim.kind === "running") {
    const where = claim.url ? `at ${claim.url}` : `as process ${claim.pid ?? "unknown"}`;
    return shutdown.fail(`Spanbridge is running on this data already, ${where}.`);
  }
  shutdown.defer(() => claim.release());

  const app = createApp(db, log);
  const auth = createAuth(app, await loadSecret(db.dataDir));
  const webRoot = path.resolve(import.meta.dirname, "../../web/dist");
  const listening = await listen(createHttpApp(app, auth, { ...env.value, webRoot }), env.value);
  if (!listening.ok) return shutdown.fail(listening.error.message);
  const { url, close } = listening.value;
  shutdown.defer(close);

  await claim.announce(url);
  if (env.value.workers > 0) {
    shutdown.defer(await startWorkers(app, env.value.workers));
    const stopSearches = await startSearches(app);
    shutdown.defer(async () => stopSearches());
  }
  const link = await issueOwnerLink(db, app.now());
  process.stdout.write(welcome(env.value.publicUrl ?? url, link?.path));
}

const welcome = (url: string, ownerPath: string | undefined): string =>
  ownerPath === undefined
    ? `\nSpanbridge ${version} is running at ${url}\nSigned out? \`npx spanbridge link\` gives you a link. Ctrl-C stops.\n\n`
    : `\nSpanbridge ${version} is running. Open this link once to become its owner:\n\n  ${url}${ownerPath}\n\nCtrl-C stops.\n\n`;

const shutdown = new Shutdown();
shutdown.onSignals();
shutdown.onLauncherGone(process.env.npm_lifecycle_event === "start");
try {
  await start(shutdown);
} catch (error) {
  shutdown.fail(
    `Spanbridge did not start: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
  );
}

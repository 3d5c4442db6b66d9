import pg from "pg";
import { GUARDIAN, HOLDERS } from "../locks.ts";
import { codeOf } from "../problem.ts";
import type { Binaries } from "./binaries.ts";
import type { Layout } from "./layout.ts";

const onGuard = "on guard";

/**
 * Leaves a session behind in PostgreSQL that outlives us and stops the cluster once nobody holds it any more, so that
 * holders that were killed do not leave it running for ever. A server-side session notices neither the loss of its
 * client nor its death while a statement runs. At most one stands guard; the others leave at once.
 */
export async function postGuardian(
  config: pg.ClientConfig,
  layout: Layout,
  binaries: Binaries,
): Promise<void> {
  const client = new pg.Client({
    ...config,
    application_name: "spanbridge guardian",
    // It ends with the cluster, which is nothing to report.
    options: "-c log_min_messages=panic",
  });
  client.on("error", () => undefined);
  await client.connect();
  const posted = new Promise<void>((resolve, reject) => {
    client.once("notice", () => resolve());
    // The statement ends when another stands guard already, or when the cluster stops under it.
    client.query(guardStatement(stopCommand(layout, binaries))).then(
      () => resolve(),
      (error: unknown) => (codeOf(error) === "57P01" ? resolve() : reject(error)),
    );
  });
  try {
    await posted;
  } finally {
    client.connection.stream.destroy();
  }
}

/** Runs in the data directory, as PostgreSQL's own user. Signals a fast shutdown. */
function stopCommand(layout: Layout, binaries: Binaries): string {
  return process.platform === "win32"
    ? `""${binaries.pgCtl}" stop --mode=fast --no-wait --pgdata="${layout.cluster}""`
    : 'read -r pid < postmaster.pid && kill -INT "$pid"';
}

function guardStatement(command: string): string {
  return `DO $guard$
BEGIN
  IF NOT pg_try_advisory_lock(${GUARDIAN}) THEN RETURN; END IF;
  RAISE NOTICE '${onGuard}';
  WHILE NOT pg_try_advisory_lock(${HOLDERS}) LOOP
    COMMIT;
    PERFORM pg_sleep(0.5);
  END LOOP;
  COPY (SELECT 1) TO PROGRAM ${pg.escapeLiteral(command)};
END
$guard$`;
}

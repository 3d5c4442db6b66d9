import path from "node:path";

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests through Playwright's configuration.`);
  return value;
}

/** Whether the server under test has been started already. */
export const isRunning = (): boolean => Boolean(process.env.SPANBRIDGE_E2E_LINK);

/** The one-time link that the server under test printed. */
export const link = (): string => setting("SPANBRIDGE_E2E_LINK");
export const origin = (): string => new URL(link()).origin;
/** Its data directory. */
export const data = (): string => setting("SPANBRIDGE_E2E_DATA");
/** Where the signed-in browser state is kept for the length of a run; goes with the data directory. */
export const sessionFile = (): string => path.join(data(), "e2e-session.json");

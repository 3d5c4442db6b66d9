import { API_KEY_VARIABLE, type ModelSettings } from "@spanbridge/shared/contracts";
import { AppError } from "../error.ts";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address is this machine's own. */
export const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname);

/** Refuses an address that is neither this machine's nor one that an owner has allowed. */
export function requireAllowed(
  { baseUrl }: Pick<ModelSettings, "baseUrl">,
  allowed: readonly string[],
): void {
  const { origin } = new URL(baseUrl);
  if (isLoopback(baseUrl) || allowed.includes(origin)) return;
  throw new AppError(
    "forbidden",
    `Text may not be sent to ${origin}. An owner of this installation can allow it on the runs page.`,
  );
}

/**
 * The key for a model's endpoint from the environment of this process; undefined where none is named. Only variables
 * with our prefix: a run's settings must not be able to send another secret of the server anywhere.
 */
export function apiKey(
  { apiKeyEnv }: Pick<ModelSettings, "apiKeyEnv">,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (apiKeyEnv === null) return undefined;
  const value = API_KEY_VARIABLE.test(apiKeyEnv) ? env[apiKeyEnv]?.trim() : undefined;
  if (value) return value;
  throw new AppError(
    "invalid_input",
    `The server has no ${apiKeyEnv} in its environment. Set it and start the server again.`,
  );
}

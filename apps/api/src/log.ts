import { type Logger, pino } from "pino";
import { PinoPretty } from "pino-pretty";

/** Where nothing may stand that opens a door. */
const secrets = [
  "token",
  "secret",
  "password",
  "cookie",
  "authorization",
  "*.token",
  "*.secret",
  "*.password",
  "*.cookie",
];

/**
 * The log, on stderr: for people in a terminal, one JSON object a line everywhere else. `LOG_LEVEL` is one of pino's
 * levels.
 */
export function createLog(quietest: "info" | "warn" = "info"): Logger {
  const level = process.env.LOG_LEVEL ?? quietest;
  const options = { level: level in pino.levels.values ? level : quietest, base: null, redact: secrets };
  return process.stderr.isTTY
    ? pino(
        options,
        PinoPretty({ destination: 2, sync: true, translateTime: "SYS:HH:MM:ss", ignore: "pid,hostname" }),
      )
    : pino(
        { ...options, timestamp: pino.stdTimeFunctions.isoTime },
        pino.destination({ dest: 2, sync: true }),
      );
}

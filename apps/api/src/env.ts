import { homedir } from "node:os";
import path from "node:path";
import { err, ok, type Result } from "@spanbridge/shared";
import { z } from "zod";

/** The settings every entry point (server, worker, command line) shares. */
export type Env = {
  /** TCP port of the web server; 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  /** How browsers reach us where a proxy stands in front, e.g. https://spans.example.org; without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Absolute path of the directory that holds the embedded database and everything else we keep on this machine. */
  readonly dataDir: string;
  /** A PostgreSQL server to use in place of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Projection runs that the server works on at a time; 0 leaves them to `spanbridge worker`. */
  readonly workers: number;
};

export type EnvProblem = {
  readonly kind: "badSetting";
  /** One sentence for each setting that is wrong. */
  readonly userMessage: string;
};

type Source = Readonly<Record<string, string | undefined>>;

const portRange = "SPANBRIDGE_PORT must be a whole number from 0 to 65535 (0 takes any free port).";
const publicUrlForm = "SPANBRIDGE_URL must look like https://spans.example.org, without a path.";
const workersForm = "SPANBRIDGE_WORKERS must be a whole number from 0 to 64.";
const urlForm = "DATABASE_URL must look like postgresql://user:password@host:5432/database.";

const schema = z.object({
  SPANBRIDGE_PORT: z
    .string()
    .regex(/^\d{1,5}$/, portRange)
    .transform(Number)
    .refine((port) => port <= 65_535, portRange)
    .default(4400),
  SPANBRIDGE_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "SPANBRIDGE_HOST must be a host name or an IP address.")
    .default("127.0.0.1"),
  SPANBRIDGE_URL: z
    .string()
    .refine((url) => /^https?:$/.test(protocolOf(url)) && new URL(url).pathname === "/", publicUrlForm)
    .transform((url) => new URL(url).origin)
    .optional(),
  SPANBRIDGE_DATA: z
    .string()
    .refine((dir) => !dir.includes("\0"), "SPANBRIDGE_DATA must be the path of a directory.")
    .optional(),
  DATABASE_URL: z
    .string()
    .refine((url) => /^postgres(ql)?:$/.test(protocolOf(url)), urlForm)
    .optional(),
  SPANBRIDGE_WORKERS: z
    .string()
    .regex(/^\d{1,2}$/, workersForm)
    .transform(Number)
    .refine((workers) => workers <= 64, workersForm)
    .default(4),
});

/** Reads our settings from environment variables. An empty variable counts as not set. */
export function readEnv(source: Source = process.env): Result<Env, EnvProblem> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, source[name]?.trim() || undefined]),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => issue.message);
    return err({ kind: "badSetting", userMessage: sentences.join(" ") });
  }
  return ok({
    port: parsed.data.SPANBRIDGE_PORT,
    host: parsed.data.SPANBRIDGE_HOST,
    publicUrl: parsed.data.SPANBRIDGE_URL,
    dataDir: path.resolve(parsed.data.SPANBRIDGE_DATA ?? defaultDataDir(source, process.platform)),
    databaseUrl: parsed.data.DATABASE_URL,
    workers: parsed.data.SPANBRIDGE_WORKERS,
  });
}

/** Where the platform wants a user's application data. */
export function defaultDataDir(source: Source, platform: NodeJS.Platform): string {
  const home = source.HOME || homedir();
  switch (platform) {
    case "darwin":
      return path.join(home, "Library", "Application Support", "spanbridge");
    case "win32":
      return path.join(source.APPDATA || path.join(home, "AppData", "Roaming"), "spanbridge");
    default: {
      // The XDG specification says that a relative path here is to be ignored.
      const xdg = source.XDG_DATA_HOME;
      const base = xdg && path.isAbsolute(xdg) ? xdg : path.join(home, ".local", "share");
      return path.join(base, "spanbridge");
    }
  }
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}

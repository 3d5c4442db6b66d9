import { mkdir, realpath } from "node:fs/promises";
import path from "node:path";
import { fileFailure } from "../problem.ts";

/** Where the parts of an embedded database lie in the data directory. */
export type Layout = {
  readonly dataDir: string;
  /** PGDATA. It exists only when it is complete: it is made elsewhere and renamed to this. */
  readonly cluster: string;
  /** Prefix of the directories in which a cluster is being made. */
  readonly unfinished: string;
  readonly postmasterFile: string;
  readonly lockFile: string;
  readonly log: string;
  readonly socketDir: string;
  readonly passwordFile: string;
};

/** Makes the data directory if need be. Paths are free of symbolic links, so that two spellings meet in one lock. */
export async function prepareLayout(wanted: string): Promise<Layout> {
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    return layoutOf(await realpath(wanted));
  } catch (error) {
    throw fileFailure(error, wanted);
  }
}

export function layoutOf(dataDir: string): Layout {
  const cluster = path.join(dataDir, "postgres");
  return {
    dataDir,
    cluster,
    unfinished: "postgres.new-",
    postmasterFile: path.join(cluster, "postmaster.pid"),
    lockFile: path.join(dataDir, "cluster.lock"),
    log: path.join(dataDir, "postgres.log"),
    socketDir: path.join(dataDir, "run"),
    passwordFile: path.join(dataDir, "postgres.password"),
  };
}

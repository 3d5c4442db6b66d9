import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const serverFile = z.object({
  url: z.url(),
  pid: z.int().positive(),
  /** The database session whose lock makes it the server; tells a file left by a dead one. */
  session: z.string(),
});

/** Where the web server of a data directory says that it listens. Believe it only while its session holds the lock. */
export type ServerFile = z.infer<typeof serverFile>;

const fileIn = (dataDir: string): string => path.join(dataDir, "server.json");

export async function readServerFile(dataDir: string): Promise<ServerFile | undefined> {
  try {
    return serverFile.safeParse(JSON.parse(await readFile(fileIn(dataDir), "utf8"))).data;
  } catch {
    return undefined;
  }
}

export async function writeServerFile(dataDir: string, content: ServerFile): Promise<void> {
  const file = fileIn(dataDir);
  // Readers see the old or the new content, never half of one.
  const next = `${file}.${content.pid}`;
  await writeFile(next, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  await rename(next, file);
}

export async function removeServerFile(dataDir: string, session: string): Promise<void> {
  const found = await readServerFile(dataDir);
  if (found?.session === session) await rm(fileIn(dataDir), { force: true });
}

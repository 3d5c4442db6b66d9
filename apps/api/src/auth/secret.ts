import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * The key that signs session cookies; made once and kept beside the data, readable by its owner only. Two processes
 * that make it at the same time end up with the same one: a link is created by the first alone.
 */
export async function loadSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "session-secret");
  const found = await read(file);
  if (found !== undefined) return found;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await read(file)) ?? loadSecret(dataDir);
}

async function read(file: string): Promise<string | undefined> {
  const content = await readFile(file, "utf8").catch(() => "");
  return content.trim().length >= 32 ? content.trim() : undefined;
}

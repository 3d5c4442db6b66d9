import { createHash } from "node:crypto";
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, rm, rmdir } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ClientConfig } from "pg";
import type { Account } from "./account.ts";
import type { Layout } from "./layout.ts";
import type { PostmasterFile } from "./postmaster-file.ts";

/** Where the cluster listens: a socket in a directory of its own or, where Node has no such sockets, a local port. */
export type Endpoint =
  | { readonly kind: "socket"; readonly dir: string }
  | { readonly kind: "tcp"; readonly port: number };

/** Names the socket file; nothing listens on this port. */
export const SOCKET_PORT = 5432;
export const SUPERUSER = "postgres";

/** Node speaks only named pipes on Windows. */
export const platformTransport: Endpoint["kind"] = process.platform === "win32" ? "tcp" : "socket";

// The smallest limit of the platforms we run on is 104 bytes with the final NUL (macOS); Linux has 108.
const longestSocketPath = 103;

export async function connectionTo(
  endpoint: Endpoint,
  layout: Layout,
  login: { readonly user: string; readonly database: string },
): Promise<ClientConfig> {
  const common = { ...login, ssl: false, connectionTimeoutMillis: 10_000 };
  switch (endpoint.kind) {
    case "socket":
      return { ...common, host: endpoint.dir, port: SOCKET_PORT };
    case "tcp": {
      const password = (await readFile(layout.passwordFile, "utf8")).trim();
      return { ...common, host: "127.0.0.1", port: endpoint.port, password };
    }
  }
}

/** Where a running cluster says that it listens; undefined while it does not say yet. */
export function endpointOf(file: PostmasterFile): Endpoint | undefined {
  if (file.socketDir !== "") return { kind: "socket", dir: file.socketDir };
  return file.port === 0 ? undefined : { kind: "tcp", port: file.port };
}

/** The settings of PostgreSQL that make it listen there and nowhere else. */
export function listenSettings(endpoint: Endpoint): Readonly<Record<string, string>> {
  switch (endpoint.kind) {
    case "socket":
      return {
        listen_addresses: "",
        port: String(SOCKET_PORT),
        // In quotes: a comma would end an entry of this list.
        unix_socket_directories: `"${endpoint.dir.replaceAll('"', '""')}"`,
        unix_socket_permissions: "0700",
      };
    case "tcp":
      return { listen_addresses: "127.0.0.1", port: String(endpoint.port), unix_socket_directories: "" };
  }
}

/**
 * Picks a place to listen: the former one where there was one and nothing stands in the way. The socket's place follows
 * from the data directory.
 */
export async function chooseEndpoint(
  kind: Endpoint["kind"],
  layout: Layout,
  account: Account,
  former: Endpoint | undefined,
): Promise<Endpoint> {
  switch (kind) {
    case "socket":
      return { kind, dir: await privateSocketDir(layout, account) };
    case "tcp":
      return { kind, port: await freePort(former?.kind === "tcp" ? former.port : 0) };
  }
}

async function privateSocketDir(layout: Layout, account: Account): Promise<string> {
  const name = `spanbridge-${createHash("sha256").update(layout.dataDir).digest("hex").slice(0, 12)}`;
  const candidates = [layout.socketDir, path.join(tmpdir(), name), path.join("/tmp", name)];
  for (const dir of candidates) {
    if (await isUsable(dir, account)) return dir;
  }
  // Somebody else owns the names we would take: any free one will do, running processes read it from postmaster.pid.
  const dir = await mkdtemp(path.join("/tmp", "spanbridge-"));
  await giveTo(dir, account);
  return dir;
}

async function isUsable(dir: string, account: Account): Promise<boolean> {
  const socket = path.join(dir, `.s.PGSQL.${SOCKET_PORT}`);
  if (Buffer.byteLength(socket) > longestSocketPath) return false;
  try {
    await mkdir(dir, { mode: 0o700 }).catch(() => undefined);
    const found = await lstat(dir);
    const owners = [process.getuid?.(), account.owner?.uid];
    // In a directory that all may write to, the name could be a trap set by another user.
    if (!found.isDirectory() || !owners.includes(found.uid)) return false;
    await chmod(dir, 0o700);
    await giveTo(dir, account);
    return await canHoldSockets(dir);
  } catch {
    return false;
  }
}

async function giveTo(dir: string, account: Account): Promise<void> {
  if (account.owner !== undefined) await chown(dir, account.owner.uid, account.owner.gid);
}

/** Leaves nothing behind in the system's directory for temporary files. */
export async function clearEndpoint(endpoint: Endpoint): Promise<void> {
  if (endpoint.kind === "socket") await rmdir(endpoint.dir).catch(() => undefined);
}

/** Some network and shared file systems take no sockets. */
async function canHoldSockets(dir: string): Promise<boolean> {
  const trial = path.join(dir, `.s.trial.${process.pid}`);
  if (Buffer.byteLength(trial) > longestSocketPath) return false;
  const server = createServer();
  const listening = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(trial, () => resolve(true));
  });
  if (listening) await new Promise((resolve) => server.close(resolve));
  await rm(trial, { force: true });
  return listening;
}

/** That port, or another where it is taken. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  const port = await new Promise<number | undefined>((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" ? address?.port : undefined);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  if (port !== undefined) return port;
  if (wanted === 0) throw new Error("no local port is free");
  return freePort(0);
}

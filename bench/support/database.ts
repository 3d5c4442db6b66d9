import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** A session on the embedded PostgreSQL that runs on a data directory: its socket stands in postmaster.pid. */
export async function connectTo(data: string): Promise<pg.Client> {
  const lines = (await readFile(path.join(data, "postgres", "postmaster.pid"), "utf8")).split("\n");
  const [port, socketDir] = [lines[3], lines[4]];
  if (!socketDir) throw new Error("The benchmark needs an embedded PostgreSQL that listens on a socket.");
  const client = new pg.Client({
    host: socketDir,
    port: Number(port),
    user: "postgres",
    database: "spanbridge",
  });
  await client.connect();
  return client;
}

/** `COPY … TO STDOUT` into a file, as fast as PostgreSQL sends. */
export async function dump(client: pg.Client, what: string, file: string): Promise<void> {
  await pipeline(client.query(copyTo(`COPY ${what} TO STDOUT`)), createWriteStream(file));
}

/** `COPY … FROM STDIN` of such a file. */
export async function load(client: pg.Client, what: string, file: string): Promise<void> {
  await pipeline(
    createReadStream(file, { highWaterMark: 1 << 20 }),
    client.query(copyFrom(`COPY ${what} FROM STDIN`)),
  );
}

import { once } from "node:events";
import { connect } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { useSite } from "../helpers/listening.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);
let key = "";

beforeAll(async () => {
  const { as, owner } = world();
  await as(owner).projects.create({ name: "p", slug: "p", sourceLang: "zh" });
  key = (await as(owner).keys.create({ name: "late", days: null })).key;
});

/** More than sockets and pipes hold between two programs, and than a server drains by itself. */
const PIECE = Buffer.from(`${JSON.stringify(obama("a"))}\n`.repeat(4000));
const PIECES = Math.ceil((80 * 1024 * 1024) / PIECE.length);

/** Sends all of a file before it reads a single byte of the answer, as many HTTP libraries do. */
async function send(path: string, authorization: string): Promise<string> {
  const { hostname, port } = new URL(site().url);
  const socket = connect(Number(port), hostname);
  let answer = "";
  await once(socket, "connect");
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Authorization: Bearer ${authorization}`,
    `Content-Length: ${PIECE.length * PIECES}`,
    "Connection: close",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  for (let sent = 0; sent < PIECES; sent++) {
    if (!socket.write(PIECE)) await once(socket, "drain");
  }
  socket.setEncoding("utf8").on("data", (text: string) => {
    answer += text;
  });
  await once(socket, "close");
  return answer;
}

describe("a client that reads when it has sent all of a large file", () => {
  it.each([
    ["of a key that nobody has", "/api/v1/projects/p/import", "sb_nobody", 401],
    ["of a project that is not there", "/api/v1/projects/none/import", undefined, 404],
    ["of an option that the format has not", "/api/v1/projects/p/import?option=none%3D1", undefined, 400],
    ["of a body that is too large", "/api/v1/projects", undefined, 413],
    ["of no session", "/api/projects/p/import?name=a.jsonl", undefined, 401],
  ])("is told %s", async (_, path, authorization, status) => {
    const answer = await send(path, authorization ?? key);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('"code":');
  });
});

import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { PageCache, PageKey } from "@spanbridge/projection";
import { z } from "zod";

const lineSchema = z.object({
  wiki: z.string(),
  kind: z.string(),
  title: z.string(),
  at: z.iso.datetime(),
  value: z.json(),
});

type Place = { readonly offset: number; readonly length: number };

const DAY_MS = 86_400_000;
const keyOf = ({ wiki, kind, title }: PageKey): string => `${wiki}\n${kind}\n${title}`;

/**
 * Answers of a wiki in a file, one a line, only ever added to: a process that is killed leaves at most half a line, which
 * is passed over. In memory is only where each answer stands. What is older than `maxAgeDays` is asked anew.
 */
export class DiskCache implements PageCache {
  readonly #file: FileHandle;
  readonly #places = new Map<string, Place>();

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(place: string, now: Date, maxAgeDays: number): Promise<DiskCache> {
    await mkdir(path.dirname(place), { recursive: true });
    const cache = new DiskCache(await open(place, "a+"));
    await cache.#index(place, now.getTime() - maxAgeDays * DAY_MS);
    return cache;
  }

  readonly read: PageCache["read"] = async (wiki, kind, titles) => {
    const found = new Map<string, unknown>();
    for (const title of titles) {
      const place = this.#places.get(keyOf({ wiki, kind, title }));
      if (!place) continue;
      const { buffer } = await this.#file.read(Buffer.alloc(place.length), 0, place.length, place.offset);
      const line = readLine(buffer);
      // Another process may have written in between: then the line is another one.
      if (line?.title === title && line.kind === kind && line.wiki === wiki) found.set(title, line.value);
    }
    return found;
  };

  readonly write: PageCache["write"] = async (entries) => {
    const at = new Date().toISOString();
    const lines = entries.map(({ key, value }) => Buffer.from(`${JSON.stringify({ ...key, at, value })}\n`));
    const whole = Buffer.concat(lines);
    await this.#file.appendFile(whole);
    let offset = (await this.#file.stat()).size - whole.length;
    for (const [index, { key }] of entries.entries()) {
      const length = lines[index]?.length ?? 0;
      this.#places.set(keyOf(key), { offset, length });
      offset += length;
    }
  };

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #index(place: string, oldest: number): Promise<void> {
    let offset = 0;
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of createReadStream(place)) {
      rest = Buffer.concat([rest, piece]);
      for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
        const line = readLine(rest.subarray(0, end));
        if (line && Date.parse(line.at) >= oldest) this.#places.set(keyOf(line), { offset, length: end + 1 });
        offset += end + 1;
        rest = rest.subarray(end + 1);
      }
    }
    // Half a line of a process that was killed: what is added now must not become part of it.
    if (rest.length > 0) await this.#file.appendFile("\n");
  }
}

function readLine(bytes: Buffer): z.output<typeof lineSchema> | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(bytes.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

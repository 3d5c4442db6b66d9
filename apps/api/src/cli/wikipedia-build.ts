import path from "node:path";
import {
  type Articles,
  apiArticles,
  type EnglishName,
  findPairs,
  type Outcome,
  readDumps,
} from "@spanbridge/projection";
import { isApiBase } from "@spanbridge/shared/contracts";
import { AppError } from "../error.ts";
import { cacheAt, requireContact } from "../wikipedia/address.ts";
import { DiskCache } from "../wikipedia/disk-cache.ts";
import { openDumps } from "../wikipedia/dump-files.ts";
import { createQuery, usualTransport } from "../wikipedia/transport.ts";

export type SourceOptions = {
  readonly lang: string;
  readonly fromDump?: string[];
  readonly apiBase: string;
  readonly contact?: string;
  readonly cache?: string;
  readonly longest: string;
};

type Surroundings = {
  readonly dataDir: string;
  readonly signal: AbortSignal;
  readonly found: (outcomes: readonly Outcome[]) => void;
};

/** Answers of Wikipedia are taken from the cache for so long. */
const MAX_AGE_DAYS = 90;

/** Finds pairs for names, with progress on a terminal. Answers why it ended early; undefined where it did not. */
export async function buildPairs(
  names: readonly EnglishName[],
  options: SourceOptions,
  { dataDir, signal, found }: Surroundings,
): Promise<string | undefined> {
  const say = progress();
  const work = async (articles: Articles): Promise<string | undefined> => {
    let [done, accepted] = [0, 0];
    for await (const batch of findPairs(names, articles, {
      language: options.lang,
      longest: Number(options.longest),
    })) {
      if (!batch.ok) return batch.error.message;
      if (signal.aborted) return "Stopped.";
      found(batch.value);
      done += batch.value.length;
      accepted += batch.value.filter(({ kind }) => kind === "accepted").length;
      say(`${done} of ${names.length} names, ${accepted} pairs`);
    }
    return undefined;
  };
  try {
    return options.fromDump
      ? await fromDumps(names, options, signal, say, work)
      : await fromApi(options, dataDir, signal, work);
  } finally {
    say(undefined);
  }
}

type Work = (articles: Articles) => Promise<string | undefined>;
type Say = (line: string | undefined) => void;

async function fromApi(
  options: SourceOptions,
  dataDir: string,
  signal: AbortSignal,
  work: Work,
): Promise<string | undefined> {
  const { apiBase, contact = process.env.SPANBRIDGE_CONTACT?.trim() ?? "" } = options;
  if (!isApiBase(apiBase)) {
    throw new AppError("invalid_input", "--api-base must look like https://{lang}.wikipedia.org/w/api.php.");
  }
  requireContact({ apiBase, contact });
  const place = options.cache ?? path.join(dataDir, "wikipedia", "answers.jsonl");
  const cache = await DiskCache.open(place, new Date(), MAX_AGE_DAYS);
  try {
    const query = createQuery({ ...usualTransport(apiBase), apiBase, contact }, { signal });
    return await work(apiArticles(query, cacheAt(cache, apiBase), options.lang));
  } finally {
    await cache.close();
  }
}

async function fromDumps(
  names: readonly EnglishName[],
  options: SourceOptions,
  signal: AbortSignal,
  say: Say,
  work: Work,
): Promise<string | undefined> {
  const files = await openDumps(options.fromDump ?? []);
  const read = await readDumps(names, files, {
    language: options.lang,
    signal,
    onProgress: ({ file, rows }) => say(`${file}: ${rows} rows`),
  });
  return read.ok ? work(read.value) : read.error.message;
}

/** One line on a terminal that is written over, five times a second at most; elsewhere nothing. */
function progress(): Say {
  if (!process.stderr.isTTY) return () => undefined;
  let last = 0;
  return (line) => {
    const now = Date.now();
    if (line === undefined) process.stderr.write("\r\x1b[K");
    else if (now - last > 200) {
      last = now;
      process.stderr.write(`\r\x1b[K${line}`);
    }
  };
}

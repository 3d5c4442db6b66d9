import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AppError } from "../error.ts";

export type Output = {
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** The file is whole: it gets its name. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing of a file that is not. */
  readonly discard: () => Promise<void>;
  /** Whether a failure only says that the program which read our stdout has had enough, as `head` has. */
  readonly readerLeft: (error: unknown) => boolean;
};

/** `place` is a file, or "-" for stdout. A file is written beside its place and moved there at the end. */
export async function openOutput(place: string, signal: AbortSignal): Promise<Output> {
  const draft = place === "-" ? undefined : `${place}.${process.pid}.part`;
  const stream: Writable = draft === undefined ? process.stdout : createWriteStream(draft, { flags: "wx" });
  if (draft !== undefined) await opened(stream, place);
  let failure: Error | undefined;
  stream.on("error", (error) => {
    failure = error;
  });
  return {
    write: async (piece) => {
      if (signal.aborted) throw new AppError("cancelled", "Cancelled. The file was not written.");
      if (failure) throw failure;
      if (!stream.write(piece)) await once(stream, "drain");
    },
    finish: async () => {
      if (draft === undefined) return;
      stream.end();
      await finished(stream);
      await rename(draft, place);
    },
    discard: async () => {
      if (draft === undefined) return;
      stream.destroy();
      await rm(draft, { force: true });
    },
    readerLeft: (error) =>
      place === "-" && error instanceof Error && "code" in error && error.code === "EPIPE",
  };
}

async function opened(stream: Writable, place: string): Promise<void> {
  try {
    await once(stream, "open");
  } catch (error) {
    throw new AppError(
      "invalid_input",
      `${place} cannot be written: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

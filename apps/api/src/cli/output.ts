import { open, rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { AppError } from "../error.ts";

export type Output = {
  /** Resolves when the piece is no longer needed: its bytes may be written over. */
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
  const output = place === "-" ? toStream(process.stdout) : await toFile(place);
  return {
    ...output,
    write: async (piece) => {
      if (signal.aborted) throw new AppError("cancelled", "Cancelled. The file was not written.");
      await output.write(piece);
    },
  };
}

async function toFile(place: string): Promise<Output> {
  const draft = `${place}.${process.pid}.part`;
  const file = await open(draft, "wx").catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : error;
    throw new AppError("invalid_input", `${place} cannot be written: ${reason}.`);
  });
  return {
    write: (piece) => file.appendFile(piece),
    finish: async () => {
      await file.close();
      await rename(draft, place);
    },
    discard: async () => {
      await file.close();
      await rm(draft, { force: true });
    },
    readerLeft: () => false,
  };
}

function toStream(stream: Writable): Output {
  // What is wrong with it is what the next write says; without a listener it would end the process.
  stream.on("error", () => undefined);
  return {
    write: (piece) =>
      new Promise((resolve, reject) => {
        stream.write(piece, (error) => (error ? reject(error) : resolve()));
      }),
    finish: async () => undefined,
    discard: async () => undefined,
    readerLeft: (error) => error instanceof Error && "code" in error && error.code === "EPIPE",
  };
}

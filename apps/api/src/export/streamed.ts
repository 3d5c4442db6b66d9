import type { App } from "../app.ts";
import { tellable } from "../problem.ts";

export type Write = (bytes: Uint8Array) => Promise<void>;

/**
 * Lets work that writes bytes be read as a stream: it goes on as fast as it is read and ends when the reader goes away.
 * Resolves when the work begins to write, so that what goes wrong before is an answer and not a broken file; afterwards
 * the stream breaks off with an error, for a file that is not whole must not look like one.
 */
export async function streamed(
  app: Pick<App, "log">,
  where: string,
  work: (write: Write) => Promise<void>,
): Promise<ReadableStream<Uint8Array>> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const begun = Promise.withResolvers<void>();
  const write: Write = async (bytes) => {
    begun.resolve();
    await writer.ready;
    await writer.write(bytes);
  };
  work(write).then(
    () => {
      begun.resolve();
      return writer.close().catch(() => undefined);
    },
    (error: unknown) => {
      begun.reject(error);
      // A reader that has gone away is no failure of ours.
      if (writer.desiredSize !== null) writer.abort(tellable(error, app.log, where)).catch(() => undefined);
    },
  );
  await begun.promise;
  return readable;
}

import { Worker } from "node:worker_threads";
import type { Encoded, EncodedEnd, EncoderSettings } from "./encoder.ts";

/** Rows of the database; null: there are no more. */
export type Request = Uint8Array<ArrayBuffer> | null;
export type Answer = { readonly bytes: Encoded } | EncodedEnd;

/** What is made for a row is garbage right after it: a larger young generation only holds more of it. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/**
 * An `Encoder` in a thread of its own: while it encodes, the next rows are read and the bytes before are sent, and whoever
 * reviews meanwhile waits for none of it.
 */
export class ThreadedEncoder {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  #failure: unknown;

  constructor(settings: EncoderSettings) {
    const file = new URL("./encoder-thread.ts", import.meta.url);
    this.#worker = new Worker(file, { workerData: settings, resourceLimits });
    this.#worker.on("message", (answer: Answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("The export's thread ended.")));
  }

  /** Answers come in the order of the calls. */
  async encode(rows: Uint8Array): Promise<Encoded> {
    // Handed over, not shared: what the database sent lies in memory with other things.
    const { bytes } = await this.#ask(new Uint8Array(rows));
    return bytes;
  }

  async end(): Promise<EncodedEnd> {
    const answer = await this.#ask(null);
    if (!("report" in answer)) throw new Error("The export's thread lost count of its answers.");
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(request: Request): Promise<Answer> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(request, request ? [request.buffer] : []);
    });
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}

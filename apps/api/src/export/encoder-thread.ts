// The other side of threaded-encoder.ts.
import { parentPort, workerData } from "node:worker_threads";
import { Encoder, type EncoderSettings } from "./encoder.ts";
import type { Answer, Request } from "./threaded-encoder.ts";

const port = parentPort;
if (!port) throw new Error("This file is a thread's.");
const settings: EncoderSettings = workerData;
const encoder = await Encoder.open(settings);

port.on("message", (rows: Request) => {
  const answer: Answer = rows ? { bytes: encoder.encode(rows) } : encoder.end();
  port.postMessage(
    answer,
    answer.bytes.map((piece) => piece.buffer),
  );
});

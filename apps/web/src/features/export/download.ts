import { request } from "../../app/http.ts";
import { saveBlob } from "../../ui/save-file.ts";
import { type ExportChoice, exportPath, fileNameOf, outputOfChoice } from "./options.ts";
import { SegmentCounter } from "./segment-counter.ts";

// Not in TypeScript's DOM library yet; Chromium has it.
type SavePicker = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<FileSystemFileHandle>;
declare global {
  interface Window {
    readonly showSaveFilePicker?: SavePicker;
  }
}

const TELL_MS = 100;

export type DownloadProgress = { readonly bytes: number; readonly segments: number };
export type Downloaded = "saved" | "not_chosen";

type Sink = {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly abort: () => Promise<void>;
};

/** A file the person chooses a place for, written as it comes; null when they choose none. */
async function fileSink(pick: SavePicker, name: string, mediaType: string): Promise<Sink | null> {
  const extension = name.slice(name.lastIndexOf("."));
  try {
    const handle = await pick({ suggestedName: name, types: [{ accept: { [mediaType]: [extension] } }] });
    const stream = await handle.createWritable();
    return {
      write: (bytes) => stream.write(bytes),
      close: () => stream.close(),
      abort: () => stream.abort(),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

/** Collected in memory, then handed to the browser: where files cannot be written as they come. */
function blobSink(name: string, mediaType: string): Sink {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: async (bytes) => void pieces.push(bytes),
    close: async () => saveBlob(new Blob(pieces, { type: mediaType }), name),
    abort: async () => void pieces.splice(0),
  };
}

/**
 * Downloads an export, telling how far it is. Call it from a click: the browser asks for a place to save. Rejects with a
 * TypedFailure, with the signal's reason, or with what the disk said; then nothing is left behind.
 */
export async function download(
  project: { readonly slug: string; readonly documents: number },
  choice: ExportChoice,
  signal: AbortSignal,
  tell: (progress: DownloadProgress) => void,
): Promise<Downloaded> {
  const name = fileNameOf(project, choice);
  const { mediaType } = outputOfChoice(choice);
  const sink = window.showSaveFilePicker
    ? await fileSink(window.showSaveFilePicker.bind(window), name, mediaType)
    : blobSink(name, mediaType);
  if (!sink) return "not_chosen";
  try {
    const response = await request(exportPath(project.slug, choice), { signal });
    if (response.body) await pump(response.body, sink, new SegmentCounter(choice.format), tell);
    await sink.close();
    return "saved";
  } catch (error) {
    await sink.abort().catch(() => undefined);
    throw error;
  }
}

async function pump(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  sink: Sink,
  counter: SegmentCounter,
  tell: (progress: DownloadProgress) => void,
): Promise<void> {
  const reader = body.getReader();
  let bytes = 0;
  let told = Number.NEGATIVE_INFINITY;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    await sink.write(value);
    counter.push(value);
    bytes += value.length;
    if (performance.now() - told < TELL_MS) continue;
    told = performance.now();
    tell({ bytes, segments: counter.segments });
  }
}

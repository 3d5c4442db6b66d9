import type { Random } from "../support/random.ts";

const encoder = new TextEncoder();

/**
 * A way to damage a whole file. `keepsRows`: every row means what it meant before. `code`: what is said of the file,
 * which then has no rows.
 */
export type FileKind = {
  readonly name: string;
  readonly keepsRows: boolean;
  readonly code?: string;
  apply(text: string, random: Random): Uint8Array;
};

const kept = (name: string, change: (text: string, random: Random) => string): FileKind => ({
  name,
  keepsRows: true,
  apply: (text, random) => encoder.encode(change(text, random)),
});

const refused = (name: string, code: string, change: (text: string) => Uint8Array): FileKind => ({
  name,
  keepsRows: false,
  code,
  apply: change,
});

const damaged = (name: string, change: (bytes: Uint8Array, random: Random) => Uint8Array): FileKind => ({
  name,
  keepsRows: false,
  apply: (text, random) => change(encoder.encode(text), random),
});

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
};

export const plainFile = kept("as it is", (text) => text);

export const fileKinds: readonly FileKind[] = [
  kept("byte order mark", (text) => `\ufeff${text}`),
  kept("CR LF", (text) => text.replaceAll("\n", "\r\n")),
  kept("byte order mark and CR LF", (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`),
  kept("no line break at the end", (text) => text.replace(/\n+$/, "")),
  kept("blank lines around", (text, random) => `${"\n".repeat(1 + random.below(3))}${text}\n  \n\t\n`),
  refused("empty", "empty_file", () => new Uint8Array()),
  refused("blank", "empty_file", () => encoder.encode(" \n\r\n\t\n")),
  refused("only a byte order mark", "empty_file", () => encoder.encode("\ufeff")),
  refused("UTF-16, little endian, marked", "wrong_encoding", (text) => utf16(`\ufeff${text}`, false)),
  refused("UTF-16, big endian, marked", "wrong_encoding", (text) => utf16(`\ufeff${text}`, true)),
  refused("UTF-16, little endian", "wrong_encoding", (text) => utf16(`{} ${text}`, false)),
  refused("UTF-16, big endian", "wrong_encoding", (text) => utf16(`{} ${text}`, true)),
  refused("gzip", "not_text", (text) => Uint8Array.from([0x1f, 0x8b, 8, 0, ...encoder.encode(text)])),
  refused("ZIP", "not_text", (text) => Uint8Array.from([0x50, 0x4b, 3, 4, ...encoder.encode(text)])),
  damaged("one-byte encoding", (bytes) =>
    Uint8Array.from(Buffer.from(new TextDecoder().decode(bytes), "latin1")),
  ),
  damaged("cut off", (bytes, random) => bytes.slice(0, random.below(bytes.length + 1))),
  damaged("beginning lost", (bytes, random) => bytes.slice(random.below(bytes.length + 1))),
  damaged("bytes replaced", (bytes, random) => {
    for (let count = 1 + random.below(8); count > 0; count--)
      bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  }),
  damaged("bits flipped", (bytes, random) => {
    for (let count = 1 + random.below(8); count > 0; count--) {
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes;
  }),
  damaged("a stretch lost", (bytes, random) => {
    const [a, b] = [random.below(bytes.length), random.below(bytes.length)];
    return Uint8Array.from([...bytes.subarray(0, Math.min(a, b)), ...bytes.subarray(Math.max(a, b))]);
  }),
  damaged("a stretch repeated", (bytes, random) => {
    const [a, b] = [random.below(bytes.length), random.below(bytes.length)];
    return Uint8Array.from([...bytes.subarray(0, Math.max(a, b)), ...bytes.subarray(Math.min(a, b))]);
  }),
  damaged("line breaks lost", (bytes) => bytes.filter((byte) => byte !== 0x0a)),
  damaged("CR for LF", (bytes) => bytes.map((byte) => (byte === 0x0a ? 0x0d : byte))),
  damaged("a mark of byte order inside", (bytes, random) => {
    const at = random.below(bytes.length);
    return Uint8Array.from([...bytes.subarray(0, at), 0xef, 0xbb, 0xbf, ...bytes.subarray(at)]);
  }),
  damaged("noise", (bytes, random) => bytes.map(() => random.below(256))),
  damaged("printable noise", (bytes, random) => bytes.map(() => 0x20 + random.below(0x5f))),
];

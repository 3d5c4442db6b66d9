import type { DiagnosticCode } from "../diagnostics.ts";

/** Bytes needed to tell what a file is. */
export const HEAD_BYTES = 4;

/** What the first bytes of a file say: a reason not to read it, or how many bytes of byte order mark to leave out. */
export type Head =
  | { readonly readable: true; readonly skip: 0 | 3 }
  | { readonly readable: false; readonly code: DiagnosticCode; readonly message: string };

const signatures: readonly { bytes: readonly number[]; code: DiagnosticCode; message: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    code: "not_text",
    message: "This is a ZIP archive (or an office document), not text. Unpack it first.",
  },
  { bytes: [0x1f, 0x8b], code: "not_text", message: "This file is compressed with gzip. Unpack it first." },
  {
    bytes: [0xff, 0xfe],
    code: "wrong_encoding",
    message: "This file is in UTF-16 (little endian). Save it as UTF-8.",
  },
  {
    bytes: [0xfe, 0xff],
    code: "wrong_encoding",
    message: "This file is in UTF-16 (big endian). Save it as UTF-8.",
  },
];

export function inspectHead(bytes: Uint8Array): Head {
  const found = signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte));
  if (found) return { readable: false, code: found.code, message: found.message };
  if (looksLikeUtf16(bytes)) {
    return {
      readable: false,
      code: "wrong_encoding",
      message:
        "Every other byte at the start of this file is zero: it seems to be in UTF-16. Save it as UTF-8.",
    };
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { readable: true, skip: mark ? 3 : 0 };
}

/** Every file of ours starts with ASCII characters, of which UTF-16 makes one zero and one other byte each. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < HEAD_BYTES) return false;
  const zero = (at: number) => bytes[at] === 0;
  return (!zero(0) && zero(1) && !zero(2) && zero(3)) || (zero(0) && !zero(1) && zero(2) && !zero(3));
}

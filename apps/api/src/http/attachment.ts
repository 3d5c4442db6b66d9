import type { Context } from "hono";

type Attachment = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: ReadableStream<Uint8Array>;
};

/** Answers a file to save. Its name goes out plainly for old readers and as it is (RFC 6266) for all others. */
export function attachment(
  context: Context,
  { fileName, mediaType, body }: Attachment,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const plain = fileName.replace(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return context.body(body, 200, {
    "Content-Type": withCharset(mediaType),
    "Content-Disposition": `attachment; filename="${plain}"${plain === fileName ? "" : `; filename*=UTF-8''${encoded}`}`,
    "Cache-Control": "no-store",
    ...headers,
  });
}

export const withCharset = (mediaType: string): string =>
  /^text\/|json/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;

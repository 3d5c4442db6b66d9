import { afterEach, expect, it } from "vitest";
import { Encoder, type EncoderSettings } from "./encoder.ts";
import { ThreadedEncoder } from "./threaded-encoder.ts";

const settings: EncoderSettings = { format: "pairs", ref: "predictions", options: { sourceLang: "zh" } };

/** A row as COPY writes it. */
const row = (id: number, body: string): string =>
  `${[`g${id}`, "d", "𠮷野家在臺北。", "Yoshinoya is in Taipei.", "\\N", "\\N", body].join("\t")}\n`;

const pieces = Array.from({ length: 20 }, (_, piece) =>
  Buffer.from(
    Array.from({ length: 50 }, (_, index) =>
      row(
        piece * 50 + index,
        `{"s":[["s0","s",0,3,"ORG",0.${1 + (index % 9)}],["e0","p",0,9,"ORG"]],"l":[["e0","s0"]]}`,
      ),
    ).join(""),
  ),
);

let threaded: ThreadedEncoder | undefined;
afterEach(() => threaded?.close());

it("gives what an encoder in this thread gives, in the order of the calls", async () => {
  const inline = await Encoder.open(settings);
  threaded = new ThreadedEncoder(settings);
  const asked = await Promise.all(pieces.map((piece) => threaded?.encode(piece) ?? []));
  const end = await threaded.end();
  const expected = [...pieces.flatMap((piece) => inline.encode(piece)), ...inline.end().bytes];
  expect(Buffer.concat([...asked.flat(), ...end.bytes]).toString()).toBe(Buffer.concat(expected).toString());
  expect(end.report).toMatchObject({ segments: 1000, spans: 2000, links: 1000 });
});

it("fails where a stored annotation is damaged, and so does what comes after it", async () => {
  threaded = new ThreadedEncoder(settings);
  const [first, second] = [
    threaded.encode(Buffer.from(row(0, '{"s":[1]}'))),
    threaded.encode(pieces[0] ?? Buffer.of()),
  ];
  await expect(first).rejects.toThrow(/not readable/);
  await expect(second).rejects.toThrow(/not readable/);
  await expect(threaded.end()).rejects.toThrow(/not readable/);
});

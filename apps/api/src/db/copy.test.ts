import fc from "fast-check";
import { expect, it } from "vitest";
import { copyText } from "./copy.ts";

/** What PostgreSQL reads from a value in COPY's text format. */
function read(value: string): string | null {
  if (value === "\\N") return null;
  const escaped: Record<string, string> = { t: "\t", n: "\n", r: "\r", "\\": "\\" };
  return value.replace(/\\(.)/gs, (_, special: string) => escaped[special] ?? special);
}

it("a value survives COPY and cannot end its field or its row", () => {
  const values = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("\\", "\t", "\n", "\r", "t", "n", "N", ".") }),
  );
  fc.assert(
    fc.property(values, (value) => {
      const written = copyText(value);
      expect(written).not.toMatch(/[\t\r\n]/);
      expect(read(written)).toBe(value);
    }),
  );
  expect(read(copyText(null))).toBeNull();
});

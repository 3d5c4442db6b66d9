import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { decodeUtf8 } from "../lines/utf8.ts";
import { Tally } from "../totals.ts";
import { looksAligned } from "./aligned.ts";
import type { Separator, TableChoice } from "./columns.ts";
import { csvParser } from "./csv-parser.ts";
import { linesParser } from "./lines-parser.ts";

/** What stands between the cells, by the first line; a text without any is a table of one column. */
export function separatorOf(head: string): Separator {
  if (looksAligned(head)) return "aligned";
  const first = head.split("\n").find((line) => line.trim() !== "") ?? "";
  if (first.includes("\t")) return "tab";
  const [commas, semicolons] = [first.split(",").length, first.split(";").length];
  if (commas === 1 && semicolons === 1) return first.startsWith('"') ? "comma" : "tab";
  return semicolons > commas ? "semicolon" : "comma";
}

const MAX_HEAD = 65_536;

/** Waits for the first line where the separator is not given. */
export function parallelParser(options: ParseOptions, choice: TableChoice): Parser {
  let chosen: Parser | undefined;
  let head = new Uint8Array(0);
  const totals = new Tally();
  const open = (separator: Separator): Parser => {
    switch (separator) {
      case "tab":
      case "aligned":
        return linesParser(options, choice, separator);
      case "comma":
        return csvParser(options, choice, ",");
      case "semicolon":
        return csvParser(options, choice, ";");
    }
  };
  const choose = (): ParsedItem[] => {
    const firstLine = head.subarray(0, endOfFirstLine(head) ?? head.length);
    chosen = open(choice.separator ?? separatorOf(decodeUtf8(firstLine) ?? ""));
    const items = chosen.push(head);
    head = new Uint8Array(0);
    return items;
  };
  return {
    get totals() {
      return chosen?.totals ?? totals;
    },
    push: (bytes) => {
      if (chosen) return chosen.push(bytes);
      const joined = new Uint8Array(head.length + bytes.length);
      joined.set(head);
      joined.set(bytes, head.length);
      head = joined;
      return endOfFirstLine(head) !== undefined || head.length > MAX_HEAD ? choose() : [];
    },
    end: () => {
      const items = chosen ? [] : choose();
      return [...items, ...(chosen?.end() ?? [])];
    },
  };
}

/** Where the first line that is not blank ends; undefined where it has not ended yet. */
function endOfFirstLine(bytes: Uint8Array): number | undefined {
  const visible = bytes.findIndex((byte) => byte > 0x20);
  const end = visible === -1 ? -1 : bytes.indexOf(0x0a, visible);
  return end === -1 ? undefined : end;
}

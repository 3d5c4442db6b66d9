/** A value of a row: numbers stay as they are written. */
export type SqlValue = string | null;

export type SqlRow = {
  readonly table: string;
  /** Names of the columns, in the order of the values; empty where the dump has not said. */
  readonly columns: readonly string[];
  readonly values: readonly SqlValue[];
};

const INSERT = /^\s*INSERT\s+(?:IGNORE\s+)?INTO\s+[`"]?(\w+)[`"]?\s*(?:\(([^()]*)\)\s*)?VALUES/iu;
const CREATE = /^\s*CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[`"]?(\w+)[`"]?\s*\(/iu;
const COLUMN = /^\s*[`"](\w+)[`"]\s/u;
/** The beginning of an INSERT is shorter, with the names of all columns. */
const LONGEST_HEAD = 10_000;
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["b", "\b"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["Z", "\u001a"],
]);
const ENDS_STRING = /['\\]/gu;
const [QUOTE, CLOSE, COMMA] = [0x27, 0x29, 0x2c];

type State = "head" | "rows" | "value" | "string" | "escape" | "quote";

/**
 * Reads the rows of `INSERT INTO … VALUES (…),(…);` out of a dump as `mysqldump` writes it, piece by piece: a piece may
 * end anywhere, also inside a string or an escape. Keeps no more than the row at hand. Statements begin on a line of
 * their own there; of everything else in the file only the names of the columns in CREATE TABLE are taken.
 */
export class SqlTupleReader {
  readonly #row: (row: SqlRow) => void;
  readonly #columnsOf = new Map<string, string[]>();
  #state: State = "head";
  /** The line being read, outside of an INSERT. */
  #line = "";
  #created: string | undefined;
  #table = "";
  #columns: readonly string[] = [];
  #values: SqlValue[] = [];
  /** What was read of a value. */
  #text = "";
  #isString = false;

  constructor(row: (row: SqlRow) => void) {
    this.#row = row;
  }

  push(piece: string): void {
    let at = 0;
    while (at < piece.length) at = this.#step(piece, at);
  }

  /** Whether the file ended between two statements; otherwise it was cut off. */
  get complete(): boolean {
    return this.#state === "head" && !INSERT.test(this.#line);
  }

  #step(piece: string, at: number): number {
    switch (this.#state) {
      case "head":
        return this.#readHead(piece, at);
      case "rows":
        return this.#readBetween(piece, at);
      case "value":
        return this.#readBare(piece, at);
      case "string":
        return this.#readString(piece, at);
      case "escape": {
        // What is escaped is one unit of ASCII, or the first of a character that stands for itself.
        const unit = piece.charAt(at);
        this.#text += ESCAPED.get(unit) ?? unit;
        this.#state = "string";
        return at + 1;
      }
      case "quote":
        // A quote inside of a string may also be written twice.
        this.#state = piece[at] === "'" ? "string" : "value";
        if (piece[at] !== "'") return at;
        this.#text += "'";
        return at + 1;
    }
  }

  #readHead(piece: string, at: number): number {
    const lineEnd = piece.indexOf("\n", at);
    const end = lineEnd === -1 ? piece.length : lineEnd;
    const before = this.#line.length;
    this.#line += piece.slice(at, Math.min(end, at + LONGEST_HEAD));
    const insert = INSERT.exec(this.#line);
    if (insert) {
      const [whole, table = "", columns] = insert;
      this.#table = table;
      this.#columns = columns ? namesIn(columns) : (this.#columnsOf.get(table) ?? []);
      this.#state = "rows";
      this.#line = "";
      return at + whole.length - before;
    }
    if (lineEnd !== -1) {
      this.#closeLine(this.#line);
      this.#line = "";
      return lineEnd + 1;
    }
    if (this.#line.length > LONGEST_HEAD) this.#line = this.#line.slice(0, LONGEST_HEAD);
    return piece.length;
  }

  #closeLine(line: string): void {
    const created = CREATE.exec(line)?.[1];
    if (created !== undefined) {
      this.#created = created;
      this.#columnsOf.set(created, []);
    } else if (this.#created !== undefined) {
      const column = COLUMN.exec(line)?.[1];
      if (column !== undefined) this.#columnsOf.get(this.#created)?.push(column);
      else if (line.trimStart().startsWith(")")) this.#created = undefined;
    }
  }

  #readBetween(piece: string, from: number): number {
    for (let at = from; at < piece.length; at++) {
      if (piece[at] === "(") {
        this.#state = "value";
        this.#values = [];
        this.#beginValue();
        return at + 1;
      }
      if (piece[at] === ";") {
        this.#state = "head";
        return at + 1;
      }
    }
    return piece.length;
  }

  #readBare(piece: string, at: number): number {
    // Unit by unit: what stands outside of strings is short, and a dump has hundreds of millions of such values.
    let end = at;
    let unit = piece.charCodeAt(end);
    while (end < piece.length && unit !== COMMA && unit !== CLOSE && unit !== QUOTE) {
      unit = piece.charCodeAt(++end);
    }
    if (!this.#isString) this.#text += piece.slice(at, end);
    if (end === piece.length) return end;
    if (unit === QUOTE) {
      // What stands before it (`_binary`) says how the string is meant, which is as UTF-8 all the same.
      this.#text = "";
      this.#isString = true;
      this.#state = "string";
      return end + 1;
    }
    this.#values.push(this.#isString ? this.#text : bareValue(this.#text));
    this.#beginValue();
    if (unit === CLOSE) {
      this.#state = "rows";
      this.#row({ table: this.#table, columns: this.#columns, values: this.#values });
    }
    return end + 1;
  }

  #readString(piece: string, at: number): number {
    ENDS_STRING.lastIndex = at;
    const end = ENDS_STRING.exec(piece)?.index ?? piece.length;
    this.#text += piece.slice(at, end);
    if (end < piece.length) this.#state = piece[end] === "'" ? "quote" : "escape";
    return end + 1;
  }

  #beginValue(): void {
    this.#text = "";
    this.#isString = false;
  }
}

function bareValue(text: string): SqlValue {
  const bare = text.trim();
  return bare.length === 4 && bare.toUpperCase() === "NULL" ? null : bare;
}

const namesIn = (list: string): string[] => list.split(",").map((name) => name.replace(/[`"\s]/gu, ""));

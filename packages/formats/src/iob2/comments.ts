import type { RowReport } from "../diagnostics.ts";
import { MAX_ID } from "../limits.ts";
import type { NumberedLine } from "../lines/blocks.ts";
import type { SegmentRecord } from "../record.ts";

/** What a sentence's comment lines say. `document`: undefined = nothing, null = a document without a name begins. */
export type Comments = {
  readonly id: string | null;
  readonly text: NumberedLine | null;
  readonly document: string | null | undefined;
  /** Comment lines without a meaning here, as they are. */
  readonly others: readonly string[];
};

const COMMENT = /^#\s*([^\s=](?:[^=]*[^\s=])?)\s*=( ?)(.*)$/s;
const MEANINGFUL = new Set(["sent_id", "text", "newdoc id"]);

/** The key of a comment line `# key = value`, and its value; a bare `# newdoc` is its own key. */
function keyAndValue(line: string): readonly [string, string] | undefined {
  const match = COMMENT.exec(line);
  if (match) return [(match[1] ?? "").replace(/\s+/g, " "), match[3] ?? ""];
  return /^#\s*newdoc\s*$/.test(line) ? ["newdoc", ""] : undefined;
}

/** Whether a comment line would be read as something else than a comment. */
export function isMeaningful(line: string): boolean {
  const key = keyAndValue(line)?.[0];
  return key !== undefined && (MEANINGFUL.has(key) || key === "newdoc");
}

export function readComments(lines: readonly NumberedLine[], report: RowReport): Comments {
  const values = new Map<string, NumberedLine>();
  const others: string[] = [];
  for (const { number, text: line } of lines) {
    const [key, value] = keyAndValue(line) ?? [];
    if (key === undefined || value === undefined || !isMeaningful(line)) {
      others.push(line);
    } else if (values.has(key)) {
      report.error(key, "duplicate_comment", `A sentence has "# ${key}" once; this is the second.`, number);
    } else {
      values.set(key, { number, text: value });
    }
  }
  const limited = (key: string): string | undefined => {
    const found = values.get(key);
    if (!found || found.text.length <= MAX_ID) return found?.text;
    const message = `Is ${found.text.length} characters long; ${MAX_ID} at most are read.`;
    report.error(key, "too_long", message, found.number);
    return undefined;
  };
  return {
    id: limited("sent_id") || null,
    text: values.get("text") ?? null,
    document: limited("newdoc id") ?? (values.has("newdoc") ? null : undefined),
    others,
  };
}

/** The comment lines that came with a sentence; none where the key holds anything else. */
export function commentsOf({ meta }: SegmentRecord): readonly string[] {
  const comments = meta?.extra?.comments;
  if (!Array.isArray(comments)) return [];
  const lines: string[] = [];
  for (const line of comments) {
    if (typeof line !== "string" || !line.startsWith("#") || /[\n\r]/.test(line) || isMeaningful(line))
      return [];
    lines.push(line);
  }
  return lines;
}

import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { commentsOf } from "../iob2/comments.ts";
import { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";
import { foldBreaks } from "../tokens/fold.ts";
import { countLosses, type Lose, loser } from "../tokens/losses.ts";
import { type Placed, place } from "../tokens/place.ts";
import { tagsOf } from "../tokens/schemes.ts";
import { joinedWithSpaces } from "../tokens/sentence.ts";
import { conllExportOptions } from "./options.ts";

/** Writes the source side as columns of tokens and tags. */
export function createConllSerialiser(options: SerialiseOptions = {}): Serialiser<string> {
  const { layout, scheme, comments, ...policy } = conllExportOptions.read(options.options);
  const losses = new LossCounter();
  const totals = { segments: 0, spans: 0, links: 0 };
  let document: string | null = null;
  let seen = 0;

  const header = (record: SegmentRecord, text: string, lose: Lose): string[] => {
    const lines: string[] = [];
    if (record.document !== document) {
      document = record.document;
      lines.push(layout === "two" ? "-DOCSTART-\tO" : "-DOCSTART- -X- -X- O", "");
      if (comments) lines.push(document === null ? "# newdoc" : `# newdoc id = ${foldBreaks(document)}`);
    }
    if (!comments) return lines;
    if (record.id !== null) lines.push(`# sent_id = ${fold(record.id, lose)}`);
    lines.push(`# text = ${text}`, ...commentsOf(record));
    return lines;
  };

  return {
    totals,
    losses: () => losses.list(),
    end: () => "",
    segment: (record) => {
      seen++;
      const lose = loser(losses, record.id ?? `(segment ${seen})`);
      const text = fold(record.annotation.sourceText, lose);
      const language = record.sourceLang ?? options.sourceLang ?? "und";
      const placed = place(record, text, language, policy, lose);
      const written = placed.spans.map(({ span }) => span);
      const kept = comments && commentsOf(record).length > 0;
      const keeps = { document: comments, language: true, key: kept ? "comments" : null, spanKey: null };
      countLosses(record, written, keeps, lose);
      if (placed.ranges.length === 0) {
        lose("no_tokens", record.annotation.sourceText);
        return "";
      }
      if (!comments) {
        if (record.id !== null) lose("segment_id", record.id);
        const separator = joinedWithSpaces(language) ? " " : "";
        if (placed.forms.join(separator) !== text) lose("spacing", text);
      }
      const tags = tagsOf(placed.forms.length, placed.spans, scheme);
      const lines = [...header(record, text, lose), ...rows(placed, tags, layout, lose)];
      totals.segments++;
      totals.spans += written.length;
      return `${lines.join("\n")}\n\n`;
    },
  };
}

function rows({ forms }: Placed, tags: readonly string[], layout: "conll2003" | "two", lose: Lose): string[] {
  return forms.map((form, at) => {
    const safe = safeForm(form, layout);
    if (safe !== form) lose("reserved", form);
    return layout === "two" ? `${safe}\t${tags[at]}` : `${safe} -X- -X- ${tags[at]}`;
  });
}

/** White space would begin another column, and one token has a meaning of its own. */
function safeForm(form: string, layout: "conll2003" | "two"): string {
  if (form === "-DOCSTART-") return "_DOCSTART_";
  return layout === "two" ? form : form.replace(/\s/gu, "_");
}

function fold(value: string, lose: Lose): string {
  const folded = foldBreaks(value);
  if (folded !== value) lose("line_breaks", folded);
  return folded;
}

import { type ProjectionSignalKind, type Range, type Text, words } from "@spanbridge/shared";
import type { RecordedSignal } from "@spanbridge/shared/contracts";
import { closingNouns } from "../offline/names/class-nouns.ts";
import type { Normaliser } from "../place/normalise.ts";
import type { Placement } from "../place/place.ts";
import type { Resolved } from "./resolve.ts";

const NORMALISED: Readonly<Record<Normaliser, string>> = {
  width_and_case: "width or capitals",
  marks: "accents and marks",
  tatweel_and_joiners: "stretching and joining marks",
  punctuation: "punctuation",
  han_variants: "simplified or traditional characters",
  letter_variants: "variants of letters",
  kana: "hiragana or katakana",
  spaces: "spaces",
};

export const signal = (kind: ProjectionSignalKind, span: string, message: string): RecordedSignal => ({
  kind,
  span,
  message,
});

/** What there is to say about a place and the way to it. */
export function placeSignals(
  span: string,
  text: Text,
  answer: string,
  placement: Placement,
  { range, shared, overlaps }: Resolved,
): RecordedSignal[] {
  if (!range) return [];
  const surface = text.slice(range);
  const found: RecordedSignal[] = [];
  if (placement.by === "normalised") {
    const last = placement.normalised.at(-1);
    const how = last ? ` (${NORMALISED[last]})` : "";
    found.push(
      signal(
        "placed_after_normalisation",
        span,
        `The model wrote “${answer}”, the text has “${surface}”${how}.`,
      ),
    );
  }
  if (placement.by === "inflection") {
    found.push(
      signal(
        "placed_after_normalisation",
        span,
        `The model wrote “${answer}”, the text has “${surface}”, another form of it.`,
      ),
    );
  }
  if (placement.by === "longest_run") {
    found.push(
      signal("not_literal", span, `The model wrote “${answer}”; only “${surface}” of it is in the text.`),
    );
  }
  if (placement.occurrences.length > 1) {
    found.push(
      signal(
        "several_occurrences",
        span,
        `“${surface}” stands ${placement.occurrences.length} times in the text.`,
      ),
    );
  }
  if (shared)
    found.push(
      signal("counts_differ", span, `“${surface}” stands more often in the translation than in the text.`),
    );
  if (overlaps) found.push(signal("overlap", span, `“${surface}” overlaps the place of another entity.`));
  if (placement.insideWord) {
    found.push(signal("boundary_inside_word", span, `“${surface}” begins or ends inside a word.`));
  }
  return found;
}

const TITLES =
  /^(?:さん|氏|様|先生|君|ちゃん|市|省|县|縣|区|區|州|郡|町|村|都|府|県|道|国|國|州|시|군|구|도|주|씨|님|先生|女士|小姐|博士|教授|总统|總統|主席|总理|總理|大臣|大統領|首相|대통령|총리|장관)/u;

/** A title or a word for the kind of place right behind a span, which may belong to it. */
export function adjacentSignal(
  span: string,
  text: Text,
  range: Range,
  language: string,
): RecordedSignal | undefined {
  const after = text.slice({ start: range.end, end: text.length }).slice(0, 8);
  if (after === "" || /^\s/u.test(after)) return undefined;
  const word = words(text, language).find(({ start }) => start === range.end);
  const next = word ? text.slice(word) : "";
  const suffix =
    TITLES.exec(after)?.[0] ??
    (next !== "" && closingNouns(new Intl.Locale(language).language).has(next) ? next : undefined);
  return suffix === undefined
    ? undefined
    : signal(
        "suffix_or_title_adjacent",
        span,
        `“${suffix}” follows right behind “${text.slice(range)}”; it may belong to the name.`,
      );
}

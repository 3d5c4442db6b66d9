import { directionOf, flatten, type Span, Text } from "@spanbridge/shared";
import { clsx } from "clsx";
import { useEffect } from "react";
import { loadFontFor, scriptClass } from "./fonts.ts";

type HighlightedTextProps = {
  readonly text: string;
  /** Those of this text's side. */
  readonly spans: readonly Span[];
  /** BCP 47: decides direction, font and the regional shape of Han characters. */
  readonly language: string;
  /** Colour of a label; undefined for one the project does not have. */
  readonly colourOf: (label: string) => number | undefined;
};

/**
 * Text with its spans, to be read only. Inline marks without padding and without isolation, so that Arabic and Devanagari
 * letters go on joining across a span's edge.
 */
export function HighlightedText({ text, spans, language, colourOf }: HighlightedTextProps) {
  useEffect(() => void loadFontFor(language), [language]);
  const content = new Text(text);
  const byId = new Map(spans.map((span) => [span.id, span]));
  return (
    <p lang={language} dir={directionOf(language)} className={clsx("corpus-text", scriptClass(language))}>
      {flatten(content, spans).map((leaf) => {
        const piece = content.slice(leaf);
        const covering = leaf.spans.flatMap((id) => byId.get(id) ?? []);
        const inner = covering.at(-1);
        if (!inner) return <span key={leaf.start}>{piece}</span>;
        return (
          <mark
            key={leaf.start}
            data-colour={colourOf(inner.label)}
            title={covering.map(({ label }) => label).join(" in ")}
            className="label-stroke bg-(--label-tint) pb-0.5 text-ink"
          >
            {piece}
          </mark>
        );
      })}
    </p>
  );
}

import { directionOf, flatten, type Span, type SpanId, sameRange, Text } from "@spanbridge/shared";
import type { Opinion } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import type { OpinionSpan } from "../../../editor/model/view/opinions.ts";
import { useAnnotation, useDesk } from "../../../editor/react/desk-context.tsx";
import { scriptClass } from "../../../ui/fonts.ts";

type EngineTextProps = {
  readonly spans: readonly OpinionSpan[];
  readonly others: readonly Opinion[];
};

/**
 * The source with one engine's spans. Where all engines say the same the words are tinted; where they do not they are
 * outlined. Nothing of it takes room along the line, so that joined letters stay joined.
 */
export function EngineText({ spans, others }: EngineTextProps) {
  const { rules, labels } = useDesk();
  const { sourceText } = useAnnotation();
  const language = rules.languages.source;
  const text = new Text(sourceText);
  const byId = new Map<SpanId, Span>(spans.map(({ span }) => [span.id, span]));
  const inAll = ({ start, end, label }: Span): boolean =>
    others.every(({ spans: theirs }) =>
      theirs.some(
        (other) => other.side === "source" && sameRange(other, { start, end }) && other.label === label,
      ),
    );
  return (
    <p
      lang={language}
      dir={directionOf(language)}
      className={clsx("script-font text-lg leading-relaxed", scriptClass(language))}
    >
      {flatten(
        text,
        spans.map(({ span }) => span),
      ).map((leaf) => {
        const piece = text.slice(leaf);
        const covering = leaf.spans.flatMap((id) => byId.get(id) ?? []);
        const inner = covering.at(-1);
        if (!inner) return <span key={leaf.start}>{piece}</span>;
        return (
          <mark
            key={leaf.start}
            data-colour={labels.find(({ name }) => name === inner.label)?.colour ?? 9}
            title={covering.map(({ label }) => label).join(" in ")}
            className={clsx(
              "label-stroke pb-0.5 text-ink",
              inAll(inner) ? "bg-(--label-tint)" : "bg-transparent outline-1 outline-warn outline-dashed",
            )}
          >
            {piece}
          </mark>
        );
      })}
    </p>
  );
}

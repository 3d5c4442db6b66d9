import { directionOf, flatten, lanes, type Side, type Span, type SpanId } from "@spanbridge/shared";
import { clsx } from "clsx";
import { type CSSProperties, memo, type Ref, useMemo } from "react";
import { scriptClass } from "../../ui/fonts.ts";
import { prepared } from "../model/text/prepared.ts";
import type { LeafProps } from "./leaf.tsx";
import { backgroundOf, type Scene } from "./looks.ts";
import { Leaves, TextBlock } from "./text-block.tsx";
import "./editor.css";

type AnnotatedTextProps = {
  readonly ref?: Ref<HTMLDivElement>;
  /** Undefined for a text that is only to be read: nothing in it can be pointed at. */
  readonly side: Side | undefined;
  readonly value: string;
  /** BCP 47; sets font, direction and the shape of regional characters. */
  readonly language: string;
  /** The spans of this side. */
  readonly spans: readonly Span[];
  readonly colours: Scene["colours"];
  readonly selected: SpanId | undefined;
  readonly lit: ReadonlySet<SpanId>;
  readonly loose: ReadonlySet<SpanId>;
};

/** One text with its spans underlined in lanes. Draws only; what a pointer does to it is its surrounding's business. */
export const AnnotatedText = memo(function AnnotatedText(props: AnnotatedTextProps) {
  const { ref, side, value, language, spans, colours, selected, lit, loose } = props;
  const { text, blocks } = prepared(value, language);
  const laid = useMemo(() => {
    const byId = new Map(spans.map((span) => [span.id, span]));
    const laneOf = lanes(spans);
    const laneCount = Math.max(1, ...[...laneOf.values()].map((lane) => lane + 1));
    const leaves = flatten(text, spans, blocks).map((leaf) => ({
      start: leaf.start,
      text: text.slice(leaf),
      spans: leaf.spans.flatMap((id) => byId.get(id) ?? []),
    }));
    return { leaves, laneOf, laneCount };
  }, [text, blocks, spans]);
  const scene: Scene = { colours, lanes: laid.laneOf, laneCount: laid.laneCount, selected, lit, loose };
  const leaves = laid.leaves.map(
    (leaf): LeafProps => ({
      start: leaf.start,
      text: leaf.text,
      spans: leaf.spans.map(({ id }) => id).join(" "),
      background: backgroundOf(leaf.spans, scene),
      selected: leaf.spans.some(({ id }) => id === selected),
    }),
  );
  const style: CSSProperties & Record<"--lanes", number> = { "--lanes": laid.laneCount };
  return (
    <div
      ref={ref}
      data-side={side}
      lang={language}
      dir={directionOf(language)}
      className={clsx("annotated-text corpus-text", scriptClass(language))}
      style={style}
    >
      {blocks.length === 1 ? (
        <Leaves leaves={leaves} />
      ) : (
        blocks.map((start, index) => (
          <TextBlock
            key={start}
            start={start}
            leaves={leaves.filter(
              (leaf) => start <= leaf.start && leaf.start < (blocks[index + 1] ?? text.length),
            )}
          />
        ))
      )}
    </div>
  );
});

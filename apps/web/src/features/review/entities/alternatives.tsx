import { directionOf, sameRange, spanById } from "@spanbridge/shared";
import { clsx } from "clsx";
import { alternativesOf, swap } from "../../../editor/model/actions/alternatives.ts";
import { prepared } from "../../../editor/model/text/prepared.ts";
import { whyOf } from "../../../editor/model/view/alternatives.ts";
import { clipped } from "../../../editor/model/view/describe.ts";
import { useDesk, useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { useKnownAlternatives } from "../session/use-alternatives.ts";
import { useKey } from "../session/use-commands.ts";

/** Where the selected span could be instead, and who says so. The key goes from one to the next. */
export function Alternatives({ project }: { readonly project: string }) {
  const desk = useDesk();
  useKnownAlternatives(useSegment(), project);
  const key = useKey("alternative_next");
  const offered = useSegmentState(alternativesOf);
  const span = useSegmentState(
    ({ queue, selection }) => selection && spanById(queue.current, selection.span),
  );
  const sourceText = useSegmentState(({ queue }) => queue.current.sourceText);
  const others = offered.filter(({ range }) => !span || span.side === "pivot" || !sameRange(range, span));
  if (others.length === 0 || !desk.mayEdit) return null;
  const language = desk.rules.languages.source;
  const { text } = prepared(sourceText, language);
  return (
    <section aria-label={t("Other places")} className="flex flex-wrap items-center gap-1">
      <h4 className="flex items-center gap-1 text-ink-muted text-xs">
        {t("Or")} <Kbd keys={key} />
      </h4>
      {others.slice(0, 4).map((alternative) => (
        <button
          key={`${alternative.range.start} ${alternative.range.end}`}
          type="button"
          title={said(whyOf(alternative))}
          className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm border border-line px-1.5 hover:bg-hover"
          onClick={() => swap(desk, "forward", alternative)}
        >
          <span
            lang={language}
            dir={directionOf(language)}
            className={clsx("script-font truncate", scriptClass(language))}
          >
            {clipped(text.slice(alternative.range))}
          </span>
          <span className="truncate text-ink-muted text-xs">{said(whyOf(alternative))}</span>
        </button>
      ))}
    </section>
  );
}

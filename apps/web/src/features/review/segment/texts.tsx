import type { Side } from "@spanbridge/shared";
import { Pencil } from "lucide-react";
import { type ReactNode, useMemo, useRef } from "react";
import { startRevising } from "../../../editor/model/actions/translation.ts";
import { looseSpans } from "../../../editor/model/view/loose.ts";
import { sideSpans } from "../../../editor/model/view/side-spans.ts";
import { useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Gutter } from "../../../editor/react/gutter.tsx";
import { TextPane } from "../../../editor/react/text-pane.tsx";
import { usePointing } from "../../../editor/react/use-pointing.ts";
import { nameOfLanguage, said, t } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useKey } from "../session/use-commands.ts";
import { RevisePane } from "./revise-pane.tsx";
import { useLit } from "./use-lit.ts";

const GUTTER_WIDTH = 48;

/** Source and translation side by side, or one below the other where there is no room, with the links between them. */
export function Texts() {
  const desk = useDesk();
  const { rules, labels, mayEdit } = desk;
  const gutter = useRef<HTMLDivElement>(null);
  const revising = useSegmentState(({ tool }) => tool.kind === "revising");
  const hasTranslation = useSegmentState(({ queue }) => queue.current.pivotText !== "");
  const pointing = usePointing();
  const lit = useLit();
  const reviseKey = useKey("revise");
  const colours = useMemo(() => new Map(labels.map(({ name, colour }) => [name, colour])), [labels]);
  const { source, pivot } = rules.languages;

  return (
    <div className="@container">
      <div
        className="grid gap-y-3 @min-[540px]:grid-cols-[minmax(0,1fr)_48px_minmax(0,1fr)] @min-[540px]:gap-y-0"
        ref={pointing}
      >
        <Pane side="source" title={t("Source")} language={source} note={<LooseCount side="source" />}>
          <TextPane side="source" colours={colours} lit={lit} />
        </Pane>
        <div ref={gutter} className="relative hidden @min-[540px]:block">
          {!revising && <Gutter gutter={gutter} width={GUTTER_WIDTH} colours={colours} />}
        </div>
        <Pane
          side="pivot"
          title={t("Translation")}
          language={pivot}
          note={<LooseCount side="pivot" />}
          action={
            mayEdit &&
            hasTranslation &&
            !revising && (
              <IconButton
                icon={Pencil}
                size="sm"
                label={t("Edit the translation")}
                shortcut={reviseKey}
                onClick={() => startRevising(desk)}
              />
            )
          }
        >
          {revising ? (
            <RevisePane />
          ) : hasTranslation ? (
            <TextPane side="pivot" colours={colours} lit={lit} />
          ) : (
            <p className="text-ink-muted">{t("This segment has no translation.")}</p>
          )}
        </Pane>
      </div>
    </div>
  );
}

/** How many spans of a side have no counterpart yet: the dots above the words, in a number. */
function LooseCount({ side }: { readonly side: Side }) {
  const count = useSegmentState(({ queue: { current } }) => {
    const loose = looseSpans(current);
    return sideSpans(current, side).filter(({ id }) => loose.has(id)).length;
  });
  return (
    count > 0 && <span className="whitespace-nowrap text-warn text-xs">{said(`${count} not linked`)}</span>
  );
}

type PaneProps = {
  readonly side: Side;
  readonly title: string;
  readonly language: string;
  /** Beside the title. */
  readonly note: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

function Pane({ side, title, language, note, action, children }: PaneProps) {
  return (
    <section
      aria-labelledby={`${side}-title`}
      className="flex min-w-0 flex-col rounded-lg border border-line bg-surface"
    >
      <header className="flex h-9 items-center gap-2 border-line border-b px-4 text-sm">
        <h3 id={`${side}-title`} className="font-medium">
          {title} <span className="font-normal text-ink-muted">{nameOfLanguage(language)}</span>
        </h3>
        {note}
        <span className="ms-auto">{action}</span>
      </header>
      <div className="px-4 py-3">{children}</div>
    </section>
  );
}

import { type Annotation, type Side, type SpanId, textOf } from "@spanbridge/shared";
import { useMemo, useRef } from "react";
import { useStore } from "zustand";
import { acceptAhead } from "../../../editor/model/actions/ahead.ts";
import { keyOf } from "../../../editor/model/keys/shown.ts";
import type { Segment } from "../../../editor/model/segment/segment.ts";
import { surfaceOf } from "../../../editor/model/view/describe.ts";
import { looseSpans } from "../../../editor/model/view/loose.ts";
import { rowsOf } from "../../../editor/model/view/rows.ts";
import { sideSpans } from "../../../editor/model/view/side-spans.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { AnnotatedText } from "../../../editor/react/annotated-text.tsx";
import { useDesk, useSegment } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import type { Navigator } from "../queue/use-navigator.ts";
import { useAheadOf, useLoadAhead, useSeenAhead } from "../session/use-ahead.ts";
import { useCommands } from "../session/use-commands.ts";

type AheadProps = {
  readonly workspace: Workspace;
  readonly project: string;
  readonly pendingAfter: Navigator["pendingAfter"];
};

/** The next pending segments, to read: those that are right are accepted together, and the first that is not is opened. */
export function Ahead({ workspace, project, pendingAfter }: AheadProps) {
  const desk = useDesk();
  const { number } = useSegment();
  const commands = useCommands();
  useLoadAhead(workspace, project, number, pendingAfter);
  const of = useAheadOf((state) => state.of);
  const list = useRef<HTMLOListElement>(null);
  useSeenAhead(list, of?.from === number ? of : undefined);
  if (of?.from !== number) return <Skeleton className="h-24" />;
  return (
    <section
      aria-label={t("The next segments")}
      data-ahead={of.segments.length}
      data-in-view={of.inView}
      className="flex flex-col gap-2 border-line border-t pt-3"
    >
      {of.cut ? (
        <p className="text-ink-muted text-sm">{t("More of them cannot be loaded now.")}</p>
      ) : (
        of.segments.length === 0 && (
          <p className="text-ink-muted text-sm">{t("No other segment is pending.")}</p>
        )
      )}
      {of.segments.length > 0 && (
        <>
          <ol ref={list} className="flex flex-col">
            {of.segments.map((segment, index) => (
              <Next key={segment.number} segment={segment} place={index + 1} />
            ))}
          </ol>
          {desk.mayEdit && (
            <Button size="sm" className="self-start" onClick={() => acceptAhead(desk)}>
              {of.inView === of.segments.length
                ? t("Accept this one and all of these")
                : t("Accept what has been on screen: {{count}}", { count: 1 + (of.inView ?? 0) })}{" "}
              <Kbd keys={keyOf(commands, "accept_ahead")} />
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const NONE: ReadonlySet<SpanId> = new Set();

function Next({ segment, place }: { readonly segment: Segment; readonly place: number }) {
  const desk = useDesk();
  const commands = useCommands();
  const annotation = useStore(segment.store, ({ queue }) => queue.current);
  const { externalId } = useStore(segment.store, ({ meta }) => meta);
  return (
    <li className="reading-ahead border-line border-b py-1.5 last:border-b-0">
      <div className="grid gap-x-12 @min-[540px]:grid-cols-2">
        <Reading annotation={annotation} side="source" />
        <Reading annotation={annotation} side="pivot" />
      </div>
      <div className="flex items-start gap-4">
        <Pairs annotation={annotation} name={externalId} />
        {desk.mayEdit && (
          <Button
            size="sm"
            variant="quiet"
            className="ms-auto shrink-0"
            onClick={() => acceptAhead(desk, place)}
          >
            {t("Right down to here: open this one")} <Kbd keys={keyOf(commands, `accept_before_${place}`)} />
          </Button>
        )}
      </div>
    </li>
  );
}

function Reading({ annotation, side }: { readonly annotation: Annotation; readonly side: Side }) {
  const { rules, labels } = useDesk();
  const colours = useMemo(() => new Map(labels.map(({ name, colour }) => [name, colour])), [labels]);
  const text = textOf(annotation, side);
  if (text === "") return <span />;
  return (
    <AnnotatedText
      side={undefined}
      value={text}
      language={rules.languages[side]}
      spans={sideSpans(annotation, side)}
      colours={colours}
      selected={undefined}
      lit={NONE}
      loose={looseSpans(annotation)}
    />
  );
}

/** Every entity in words, so that a wrong link shows, too. */
function Pairs({ annotation, name }: { readonly annotation: Annotation; readonly name: string }) {
  const { rules } = useDesk();
  const { source, pivot } = rules.languages;
  return (
    <ul className="flex min-w-0 flex-wrap gap-x-4 gap-y-0.5 py-0.5 text-ink-muted text-sm">
      <li className="text-xs leading-6">{name}</li>
      {rowsOf(annotation).map((row) => (
        <li key={row.key} className="inline-flex gap-1.5">
          {row.source && <bdi lang={source}>{surfaceOf(annotation, row.source)}</bdi>}
          {row.link ? "↔" : "·"}
          {row.pivot && <bdi lang={pivot}>{surfaceOf(annotation, row.pivot)}</bdi>}
          <span className="font-medium">{(row.source ?? row.pivot)?.label}</span>
        </li>
      ))}
    </ul>
  );
}

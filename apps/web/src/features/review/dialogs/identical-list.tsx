import { directionOf } from "@spanbridge/shared";
import type { IdenticalSegment } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import { useDesk } from "../../../editor/react/desk-context.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { t } from "../../../ui/i18n/t.ts";
import { StateIcon, stateFaces } from "../../../ui/review-state.tsx";
import { VirtualList } from "../../../ui/virtual-list.tsx";

type IdenticalListProps = {
  readonly segments: readonly IdenticalSegment[];
  /** Numbers of those that are to stay as they are. */
  readonly left: ReadonlySet<number>;
  readonly onToggle: (number: number) => void;
};

/** Each segment with the words that would change and a little of what stands around them. */
export function IdenticalList({ segments, left, onToggle }: IdenticalListProps) {
  return (
    <div className="rounded-lg border border-line">
      <VirtualList
        label={t("Segments with identical cases")}
        items={segments}
        rowHeight={60}
        maxRows={6}
        keyOf={({ number }) => String(number)}
        render={(segment) => (
          <label className="flex items-start gap-2 border-line border-b px-3 py-2">
            <input
              type="checkbox"
              className="mt-1"
              checked={!left.has(segment.number)}
              onChange={() => onToggle(segment.number)}
            />
            <span className="min-w-0 grow">
              <span className="flex items-center gap-2 text-ink-muted text-xs">
                <StateIcon state={segment.state} className="size-3" />
                <span className="sr-only">{stateFaces[segment.state].name}</span>
                <span className="truncate">{segment.externalId}</span>
                {segment.lastEditor && <span className="ms-auto">{segment.lastEditor}</span>}
              </span>
              {segment.cases.map((found) => (
                <Excerpt key={`${found.before}\n${found.after}`} found={found} />
              ))}
            </span>
          </label>
        )}
      />
    </div>
  );
}

function Excerpt({ found }: { readonly found: IdenticalSegment["cases"][number] }) {
  const language = useDesk().rules.languages[found.side];
  return (
    <span
      lang={language}
      dir={directionOf(language)}
      className={clsx("script-font block truncate", scriptClass(language))}
    >
      {found.before}
      <mark className="rounded-xs bg-accent-soft text-ink">{found.surface}</mark>
      {found.after}
    </span>
  );
}

import { directionOf } from "@spanbridge/shared";
import type { ContextSegment } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { trpc } from "../../../app/trpc.ts";
import { useDesk, useSegment } from "../../../editor/react/desk-context.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { StateIcon, stateFaces } from "../../../ui/review-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";

/** How many segments are shown before and after. */
const REACH = 3;

type ContextProps = { readonly project: string; readonly where: "before" | "after" };

/** What stands before or after the segment in its document, to read; a click goes there. */
export function Context({ project, where }: ContextProps) {
  const segment = useSegment();
  const { data, error } = useQuery(
    trpc.review.context.queryOptions({ project, number: segment.number, reach: REACH }),
  );
  if (error) return null;
  if (!data) return <Skeleton className="h-24" />;
  const shown = where === "before" ? data.before.toReversed() : data.after;
  const name = where === "before" ? t("Text before") : t("Text after");
  return (
    <section aria-label={name} className="text-ink-muted">
      {shown.length === 0 ? (
        <p className="px-4 text-sm italic">
          {where === "before" ? t("The document begins here.") : t("The document ends here.")}
        </p>
      ) : (
        <ol className="flex flex-col">
          {shown.map((other) => (
            <Neighbour key={other.number} project={project} other={other} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Neighbour({ project, other }: { readonly project: string; readonly other: ContextSegment }) {
  const { rules } = useDesk();
  const { source, pivot } = rules.languages;
  return (
    <li className="relative grid gap-x-12 rounded-md px-4 py-1 hover:bg-hover @min-[540px]:grid-cols-2">
      <p lang={source} dir={directionOf(source)} className={clsx("script-font text-lg", scriptClass(source))}>
        {other.sourceText}
      </p>
      <p lang={pivot} dir={directionOf(pivot)} className={clsx("script-font", scriptClass(pivot))}>
        {other.pivotText}
      </p>
      <Link
        to="/projects/$project/review/$segment"
        params={{ project, segment: other.number }}
        search
        className="absolute inset-0"
        aria-label={said(`Go to ${other.externalId}, ${stateFaces[other.state].name.toLowerCase()}`)}
      />
      <StateIcon state={other.state} className="absolute start-0 top-2 size-3" />
    </li>
  );
}

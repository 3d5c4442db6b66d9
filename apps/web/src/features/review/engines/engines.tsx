import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronRight } from "lucide-react";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { answersOf } from "../../../editor/model/actions/opinions.ts";
import { useSegment } from "../../../editor/react/desk-context.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useKey } from "../session/use-commands.ts";
import { useOpinions } from "../session/use-opinions.ts";
import { toggleView, useView } from "../session/view.ts";
import { EngineRow } from "./engine-row.tsx";

/** What engines and files say of this segment, to be unfolded. Nothing where there are no two to set beside each other. */
export function Engines({ project }: { readonly project: string }) {
  const open = useView(({ engines }) => engines);
  const key = useKey("view_engines");
  const { data: detail } = useQuery(trpc.projects.get.queryOptions({ project }));
  const layers = detail?.layers.filter(
    ({ kind, annotations }) => (kind === "run" || kind === "predictions") && annotations > 0,
  );
  if (!open && (layers?.length ?? 0) < 2) return null;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <section aria-labelledby="engines-title" className="rounded-lg border border-line bg-surface">
      <h3 id="engines-title" className="text-sm">
        <button
          type="button"
          aria-expanded={open}
          className="flex min-h-8 w-full items-center gap-2 rounded-lg px-3 text-start font-medium hover:bg-hover"
          onClick={() => toggleView("engines")}
        >
          <Chevron aria-hidden className="size-4 text-ink-muted rtl:-scale-x-100" />
          {t("What each engine says")}
          <span className="ms-auto">
            <Kbd keys={key} />
          </span>
        </button>
      </h3>
      {open && <Answers project={project} />}
    </section>
  );
}

/** Each in a row of its own; all of it or a part can be taken over. */
function Answers({ project }: { readonly project: string }) {
  const segment = useSegment();
  const { data, error } = useOpinions(segment, project);
  if (error) return <FormError>{failureOf(error).message}</FormError>;
  if (!data) return <Skeleton className="h-32" />;
  const answers = answersOf(data);
  const failures = data.filter(({ failure }) => failure !== "");
  if (data.length === 0) {
    return (
      <p className="border-line border-t p-3 text-ink-muted text-sm">
        {t("No engine and no imported prediction says anything of this segment.")}
      </p>
    );
  }
  return (
    <ol className="divide-y divide-line border-line border-t" aria-labelledby="engines-title">
      {answers.map((opinion, index) => (
        <EngineRow key={opinion.layer} opinion={opinion} others={answers} place={index + 1} />
      ))}
      {failures.map(({ layer, failure }) => (
        <li key={layer} className="flex flex-wrap gap-x-2 px-3 py-2 text-sm">
          <span className="font-medium">{layer}</span>
          <span className="text-bad">{failure}</span>
        </li>
      ))}
    </ol>
  );
}

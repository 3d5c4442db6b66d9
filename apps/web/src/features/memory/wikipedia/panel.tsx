import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { failureOf } from "../../../app/failure.ts";
import { trpc } from "../../../app/trpc.ts";
import { FormError } from "../../../ui/form-error.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Allowance } from "./allowance.tsx";
import { NewSearch } from "./new-search.tsx";
import { isActive, SearchCard } from "./search-card.tsx";

const POLL_MS = 1000;

type WikipediaPanelProps = { readonly project: ProjectDetail; readonly mayManage: boolean };

/** Looks names up in Wikipedia, and lets people judge what was found before it goes into memory. */
export function WikipediaPanel({ project, mayManage }: WikipediaPanelProps) {
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  const { data: builds, error } = useQuery({
    ...trpc.wikipedia.list.queryOptions({ project: project.slug }),
    refetchInterval: ({ state }) => (state.data?.some(isActive) ? POLL_MS : false),
  });
  if (!mayManage && (builds?.length ?? 0) === 0) return null;
  return (
    <Section
      title={t("Names from Wikipedia")}
      subtitle={t(
        "Finds what English names are called in the other language, and a text that shows it. Texts are under CC BY-SA 4.0.",
      )}
    >
      {error && !builds && <FormError>{failureOf(error).message}</FormError>}
      {mayManage && <NewSearch project={project.slug} />}
      {builds && builds.length > 0 && (
        <ul className="divide-y divide-line border-line border-t" aria-label={t("Searches")}>
          {builds.map((build) => (
            <SearchCard key={build.id} project={project.slug} build={build} mayManage={mayManage} />
          ))}
        </ul>
      )}
      {me?.role === "owner" && <Allowance />}
    </Section>
  );
}

import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Search } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { useEnded } from "../../../ui/use-ended.ts";
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
  useEnded(builds?.filter(isActive).length, () => {
    void queryClient.invalidateQueries(trpc.wikipedia.outcomes.queryFilter());
  });
  // Counting names reads the whole project: only for those who mean to.
  const [isOpen, setOpen] = useState(false);
  const isEmpty = (builds?.length ?? 0) === 0;
  if (!mayManage && isEmpty) return null;
  return (
    <Section
      title={t("Names from Wikipedia")}
      subtitle={t(
        "Finds what English names are called in the other language, and a text that shows it. Texts are under CC BY-SA 4.0.",
      )}
      actions={
        mayManage && (
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Search aria-hidden className="size-4" />
            {t("Look names up")}
          </Button>
        )
      }
    >
      {isEmpty && !isOpen && (
        <p className="p-5 text-ink-muted text-sm">
          {t("Nothing looked up yet. Names are sent to Wikipedia only after an owner has allowed it.")}
        </p>
      )}
      {error && !builds && <FormError>{failureOf(error).message}</FormError>}
      {isOpen && <NewSearch project={project} />}
      {builds && builds.length > 0 && (
        <ul
          className={clsx("divide-y divide-line", isOpen && "border-line border-t")}
          aria-label={t("Searches")}
        >
          {builds.map((build) => (
            <SearchCard key={build.id} project={project.slug} build={build} mayManage={mayManage} />
          ))}
        </ul>
      )}
      {isOpen && me?.role === "owner" && <Allowance />}
    </Section>
  );
}

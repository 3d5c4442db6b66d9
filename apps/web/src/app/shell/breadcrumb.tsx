import { skipToken, useQuery } from "@tanstack/react-query";
import { Link, useMatches } from "@tanstack/react-router";
import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { said, t } from "../../ui/i18n/t.ts";
import { trpc } from "../trpc.ts";
import { Wordmark } from "./wordmark.tsx";

/** Spanbridge ▸ project ▸ page; also gives the window its title. */
export function Breadcrumb() {
  const matches = useMatches();
  const slug = matches.map(({ params }) => ("project" in params ? params.project : undefined)).find(Boolean);
  const crumb = matches.map(({ staticData }) => staticData.crumb).findLast(Boolean);
  const { data: project } = useQuery(trpc.projects.get.queryOptions(slug ? { project: slug } : skipToken));
  const title = [crumb && said(crumb), slug && (project?.name ?? slug), "Spanbridge"]
    .filter(Boolean)
    .join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <nav aria-label={t("Breadcrumb")} className="min-w-0 shrink">
      <ol className="flex min-w-0 items-center">
        <li className="shrink-0">
          <Link
            to="/"
            aria-label={t("Spanbridge, all projects")}
            className="-ms-1 flex items-center rounded-md p-1"
          >
            <Wordmark hideName={slug !== undefined} />
          </Link>
        </li>
        {slug && (
          <Crumb>
            <Link
              to="/projects/$project"
              params={{ project: slug }}
              className={clsx(
                "block truncate rounded-sm hover:underline",
                crumb ? "text-ink-muted" : "font-medium",
              )}
              {...(crumb ? {} : { "aria-current": "page" })}
            >
              {project?.name ?? slug}
            </Link>
          </Crumb>
        )}
        {crumb && (
          <Crumb last>
            <span aria-current="page" className="truncate font-medium">
              {said(crumb)}
            </span>
          </Crumb>
        )}
      </ol>
    </nav>
  );
}

function Crumb({ last = false, children }: { readonly last?: boolean; readonly children: ReactNode }) {
  return (
    <li className={clsx("flex items-center", last ? "shrink-0" : "min-w-0")}>
      <ChevronRight aria-hidden className="mx-1 size-3.5 shrink-0 text-ink-muted rtl:-scale-x-100" />
      {children}
    </li>
  );
}

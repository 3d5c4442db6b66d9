import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { type SettingsSection, settingsSections } from "../../app/search.ts";
import { trpc } from "../../app/trpc.ts";
import { t } from "../../ui/i18n/t.ts";
import { Page } from "../../ui/page.tsx";
import { ErrorState } from "../../ui/state.tsx";
import { ConventionsSection } from "./conventions-section.tsx";
import { GeneralSection } from "./general-section.tsx";
import { GuidelinesSection } from "./guidelines-section.tsx";
import { LabelsSection } from "./labels-section.tsx";
import { MembersSection } from "./members-section.tsx";

const route = getRouteApi("/session/projects/$project/settings");

const names: Record<SettingsSection, string> = {
  general: t("General"),
  labels: t("Labels"),
  guidelines: t("Guidelines"),
  conventions: t("Conventions"),
  members: t("Members"),
};

export function SettingsPage() {
  const params = route.useParams();
  const { section = "general" } = route.useSearch();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  if (!project.may.manage) {
    return (
      <ErrorState title={t("The settings are not open to you")} className="py-24">
        {t("Only managers of this project change them.")}
      </ErrorState>
    );
  }
  return (
    <Page title={t("Settings")} subtitle={project.name} width="2xl">
      <div className="flex flex-col gap-6 lg:flex-row lg:gap-10">
        <nav aria-label={t("Settings")} className="lg:w-40 lg:shrink-0">
          <ul className="flex gap-1 overflow-x-auto lg:sticky lg:top-18 lg:flex-col">
            {settingsSections.map((name) => (
              <li key={name}>
                <Link
                  to="/projects/$project/settings"
                  params={params}
                  search={{ section: name }}
                  aria-current={name === section ? "page" : undefined}
                  className={clsx(
                    "flex h-8 items-center rounded-md px-3 hover:bg-hover",
                    name === section ? "bg-accent-soft font-medium text-accent-ink" : "text-ink-muted",
                  )}
                >
                  {names[name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 grow flex-col gap-8">
          {section === "general" && <GeneralSection project={project} />}
          {section === "labels" && <LabelsSection project={project} />}
          {section === "guidelines" && <GuidelinesSection project={project} />}
          {section === "conventions" && <ConventionsSection project={project} />}
          {section === "members" && <MembersSection project={project} />}
        </div>
      </div>
    </Page>
  );
}

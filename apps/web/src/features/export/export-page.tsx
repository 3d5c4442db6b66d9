import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { FileOutput } from "lucide-react";
import { useState } from "react";
import { trpc } from "../../app/trpc.ts";
import { buttonClass } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { Page } from "../../ui/page.tsx";
import { EmptyState } from "../../ui/state.tsx";
import { startChoice } from "./options.ts";
import { useDownload } from "./use-download.ts";
import { ChoiceForm } from "./view/choice-form.tsx";
import { ChosenList } from "./view/chosen-list.tsx";
import { FilePreview } from "./view/file-preview.tsx";
import { History } from "./view/history.tsx";
import { LiveReport } from "./view/live-report.tsx";

const route = getRouteApi("/session/projects/$project/export");

export function ExportPage() {
  const params = route.useParams();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const { list } = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChoice] = useState(startChoice);
  const choice = { ...chosen, list };
  const { progress, failure, begin, cancel } = useDownload(project);
  const { pending, accepted, rejected, skipped } = project.counts;

  if (pending + accepted + rejected + skipped === 0) {
    return (
      <EmptyState icon={FileOutput} title={t("There is nothing to export yet")} className="py-24">
        {t("Import some text into this project first.")}
      </EmptyState>
    );
  }
  return (
    <Page
      title={t("Export")}
      subtitle={t("From {{name}}", { name: project.name })}
      width="2xl"
      actions={
        <Link to="/projects/$project/training" params={params} className={buttonClass()}>
          {t("Training data")}
        </Link>
      }
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-6">
          {list !== undefined && (
            <ChosenList
              project={project.slug}
              list={list}
              onRemove={progress === null ? () => void navigate({ search: {}, replace: true }) : undefined}
            />
          )}
          <ChoiceForm project={project} choice={choice} disabled={progress !== null} onChange={setChoice} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-18">
          <LiveReport
            project={project}
            choice={choice}
            progress={progress}
            failure={failure}
            onDownload={() => begin(choice)}
            onCancel={cancel}
          />
          <FilePreview project={project} choice={choice} />
        </div>
      </div>
      <History project={project.slug} />
      <LeaveGuard
        when={progress !== null}
        title={t("Stop the export?")}
        description={t("Leaving now cancels it; no file is kept.")}
        leaveLabel={t("Stop and leave")}
        stayLabel={t("Go on")}
        onLeave={cancel}
      />
    </Page>
  );
}

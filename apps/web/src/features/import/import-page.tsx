import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { trpc } from "../../app/trpc.ts";
import { buttonClass } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { Page } from "../../ui/page.tsx";
import { ErrorState } from "../../ui/state.tsx";
import { useImport } from "./use-import.ts";
import { CheckFile } from "./view/check-file.tsx";
import { ChooseFile } from "./view/choose-file.tsx";
import { Recognising } from "./view/recognising.tsx";
import { Report } from "./view/report.tsx";
import { Running } from "./view/running.tsx";

const route = getRouteApi("/session/projects/$project/import");

export function ImportPage() {
  const params = route.useParams();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const { state, choose, setUp, again, begin, cancel } = useImport(project);

  if (!project.may.manage || project.archived) {
    return (
      <ErrorState
        title={project.archived ? t("This project is archived") : t("Importing is not open to you")}
        className="py-24"
        action={
          <Link to="/projects/$project" params={params} className={buttonClass()}>
            {t("Back to the project")}
          </Link>
        }
      >
        {project.archived
          ? t("Restore it in its settings to import into it.")
          : t("Only managers of this project import into it.")}
      </ErrorState>
    );
  }
  return (
    <Page title={t("Import")} subtitle={t("Into {{name}}", { name: project.name })} width="xl">
      {state.stage === "choose" && (
        <ChooseFile project={project} problem={state.problem} onChoose={choose} onSetUp={setUp} />
      )}
      {state.stage === "recognise" && <Recognising file={state.file} />}
      {state.stage === "check" && (
        <CheckFile
          project={project}
          state={state}
          onChoose={choose}
          onSetUp={(setup) => setUp(state.file, setup)}
          onAgain={again}
          onImport={begin}
        />
      )}
      {state.stage === "import" && <Running state={state} onCancel={cancel} />}
      {state.stage === "done" && <Report project={project} state={state} onAgain={again} />}
      <LeaveGuard
        when={state.stage === "import"}
        title={t("Stop the import?")}
        description={t("Leaving now cancels it; nothing of the file is kept.")}
        leaveLabel={t("Stop and leave")}
        stayLabel={t("Go on importing")}
        onLeave={cancel}
      />
    </Page>
  );
}

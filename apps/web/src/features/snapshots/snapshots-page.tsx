import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Camera, GitCompare } from "lucide-react";
import { useState } from "react";
import { trpc } from "../../app/trpc.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { t } from "../../ui/i18n/t.ts";
import { Page, Section } from "../../ui/page.tsx";
import { EmptyState } from "../../ui/state.tsx";
import { SnapshotTable } from "./view/snapshot-table.tsx";

const route = getRouteApi("/session/projects/$project/snapshots");

export function SnapshotsPage() {
  const params = route.useParams();
  const navigate = route.useNavigate();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions(params));
  const { data: snapshots } = useSuspenseQuery(trpc.snapshots.list.queryOptions(params));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const fresh = project.may.manage && (
    <Link to="/projects/$project/snapshots/new" params={params} className={buttonClass("primary")}>
      <Camera aria-hidden className="size-4" />
      {t("Freeze a snapshot")}
    </Link>
  );
  const compare = () => {
    // The list has the newest first.
    const [after, before] = snapshots.map(({ name }) => name).filter((name) => chosen.includes(name));
    if (before && after) {
      void navigate({ to: "/projects/$project/snapshots/compare", params, search: { before, after } });
    }
  };
  return (
    <Page
      title={t("Snapshots")}
      subtitle={t("Frozen datasets of {{name}}", { name: project.name })}
      width="2xl"
      actions={
        <>
          <Link to="/projects/$project/training" params={params} className={buttonClass()}>
            {t("Training data without a snapshot")}
          </Link>
          {fresh}
        </>
      }
    >
      <Section
        title={t("All snapshots")}
        subtitle={snapshots.length > 1 ? t("Tick two to compare them.") : undefined}
        actions={
          snapshots.length > 1 && (
            <Button disabled={chosen.length !== 2} onClick={compare}>
              <GitCompare aria-hidden className="size-4" />
              {t("Compare")}
            </Button>
          )
        }
      >
        {snapshots.length === 0 ? (
          <EmptyState icon={Camera} title={t("Nothing is frozen yet")} action={fresh}>
            {t(
              "A snapshot keeps a selection of segments as they are now, divided into training and test data, for good.",
            )}
          </EmptyState>
        ) : (
          <SnapshotTable project={project.slug} snapshots={snapshots} chosen={chosen} onChoose={setChosen} />
        )}
      </Section>
    </Page>
  );
}

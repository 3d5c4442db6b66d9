import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { trpc } from "../../app/trpc.ts";
import { buttonClass } from "../../ui/button.tsx";
import { formatDateTime, plural } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { MarkdownView } from "../../ui/markdown-view.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { FineTuning } from "../fine-tuning/index.ts";
import { Checksums } from "./view/checksums.tsx";
import { CountsTable } from "./view/counts-table.tsx";
import { DeleteSnapshot } from "./view/delete-snapshot.tsx";
import { Downloads } from "./view/downloads.tsx";
import { TrainingData } from "./view/training-data.tsx";

const route = getRouteApi("/session/projects/$project/snapshot/$snapshot");

export function SnapshotPage() {
  const params = route.useParams();
  const { data: project } = useSuspenseQuery(trpc.projects.get.queryOptions({ project: params.project }));
  const { data: snapshot } = useSuspenseQuery(trpc.snapshots.get.queryOptions(params));
  const { name, note, createdAt, createdBy, manifest, card } = snapshot;
  return (
    <Page
      title={name}
      subtitle={t("{{segments}}, frozen {{createdAt}} by {{createdBy}}", {
        segments: plural(snapshot.segments, "segment"),
        createdAt: formatDateTime(createdAt),
        createdBy,
      })}
      width="2xl"
      actions={
        <Link
          to="/projects/$project/snapshots"
          params={{ project: params.project }}
          className={buttonClass()}
        >
          {t("All snapshots")}
        </Link>
      }
    >
      {note && <p className="[overflow-wrap:anywhere]">{note}</p>}
      <Section title={t("What it holds")}>
        <CountsTable preview={manifest} />
      </Section>
      <Downloads project={params.project} snapshot={snapshot} />
      <TrainingData
        project={params.project}
        source={{ snapshot: name }}
        language={manifest.project.sourceLang}
        reviewed={manifest.plan.layer === "review"}
      >
        {({ shape, stages, acceptedOnly }) =>
          project.may.manage &&
          !project.archived && (
            <FineTuning
              project={params.project}
              snapshot={name}
              chosen={shape === "sft-openai" ? { stages, acceptedOnly } : null}
            />
          )
        }
      </TrainingData>
      <Section title={t("Checksums")} subtitle={t("SHA-256 of the files in the pairs format.")}>
        <Checksums files={manifest.files} />
      </Section>
      <Section title={t("Dataset card")} className="p-5">
        <MarkdownView text={withoutFrontMatter(card)} />
      </Section>
      {project.may.manage && <DeleteSnapshot project={params.project} snapshot={snapshot} />}
    </Page>
  );
}

const withoutFrontMatter = (card: string): string => card.replace(/^---\n[\s\S]*?\n---\n+# .*\n+/, "");

import type { LayerKind, ProjectDetail } from "@spanbridge/shared/contracts";
import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../../../ui/badge.tsx";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { Section } from "../../../ui/page.tsx";

const kinds: Record<LayerKind, string> = {
  review: t("What people decided"),
  predictions: t("What a machine found; people start from it"),
  gold: t("Kept apart, to measure against"),
  run: t("Results of a projection run"),
};

/** What else there is to know about a project: labels, layers, where the text comes from. */
export function Facts({ project }: { readonly project: ProjectDetail }) {
  const { labels, layers, attribution, licence } = project;
  return (
    <Section title={t("About")}>
      <dl className="divide-y divide-line">
        <Fact name={t("Labels")}>
          {labels.length === 0 ? (
            <span className="text-ink-muted">{t("None yet")}</span>
          ) : (
            <ul className="flex flex-wrap gap-1.5">
              {labels.map(({ name, colour, description }) => (
                <li key={name} title={description}>
                  <LabelBadge name={name} colour={colour} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t("Layers")}>
          <ul className="flex flex-col gap-2">
            {layers.map(({ name, kind, hidden, annotations }) => (
              <li key={name}>
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{name}</span>
                  <span className="text-ink-muted text-sm tabular-nums">
                    {plural(annotations, "segment")}
                  </span>
                  {hidden && (
                    <Badge>
                      <EyeOff aria-hidden className="size-3" />
                      {t("Not shown in review")}
                    </Badge>
                  )}
                </p>
                <p className="text-ink-muted text-sm">{kinds[kind]}</p>
              </li>
            ))}
          </ul>
        </Fact>
        {attribution !== "" && <Fact name={t("Source")}>{attribution}</Fact>}
        {licence !== "" && <Fact name={t("Licence")}>{licence}</Fact>}
        <Fact name={t("Overlapping spans")}>{project.allowOverlap ? t("Allowed") : t("Not allowed")}</Fact>
      </dl>
    </Section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="px-4 py-3">
      <dt className="mb-1 text-ink-muted text-sm">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

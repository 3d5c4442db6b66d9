import type { LayerKind, ProjectDetail } from "@spanbridge/shared/contracts";
import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../../../ui/badge.tsx";
import { plural } from "../../../ui/format.ts";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { Section } from "../../../ui/page.tsx";

const kinds: Record<LayerKind, string> = {
  review: "What people decided",
  predictions: "What a machine found; people start from it",
  gold: "Kept apart, to measure against",
  run: "Results of a projection run",
};

/** What else there is to know about a project: labels, layers, where the text comes from. */
export function Facts({ project }: { readonly project: ProjectDetail }) {
  const { labels, layers, attribution, licence } = project;
  return (
    <Section title="About">
      <dl className="divide-y divide-line">
        <Fact name="Labels">
          {labels.length === 0 ? (
            <span className="text-ink-muted">None yet</span>
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
        <Fact name="Layers">
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
                      Not shown in review
                    </Badge>
                  )}
                </p>
                <p className="text-ink-muted text-sm">{kinds[kind]}</p>
              </li>
            ))}
          </ul>
        </Fact>
        {attribution !== "" && <Fact name="Source">{attribution}</Fact>}
        {licence !== "" && <Fact name="Licence">{licence}</Fact>}
        <Fact name="Overlapping spans">{project.allowOverlap ? "Allowed" : "Not allowed"}</Fact>
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

import type { SnapshotPlan } from "@spanbridge/shared/contracts";

/** What training data is made of. */
export type TrainingSource = { readonly snapshot: string } | { readonly plan: SnapshotPlan };

type Query = Readonly<Record<string, string | readonly string[]>>;

const queryOf = (query: Query): URLSearchParams => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of typeof value === "string" ? [value] : value) params.append(key, item);
  }
  return params;
};

const addressOf = (project: string, snapshot: string, what: string, query: Query): string =>
  `/api/projects/${encodeURIComponent(project)}/snapshots/${encodeURIComponent(snapshot)}/${what}?${queryOf(query)}`;

/** Where a file of a snapshot is. */
export const fileAddress = (project: string, snapshot: string, query: Query): string =>
  addressOf(project, snapshot, "download", query);

/** Where the archive of training data is. */
export const trainingAddress = (project: string, source: TrainingSource, query: Query): string =>
  "snapshot" in source
    ? addressOf(project, source.snapshot, "training", query)
    : `/api/projects/${encodeURIComponent(project)}/training?${queryOf({ ...query, plan: JSON.stringify(source.plan) })}`;

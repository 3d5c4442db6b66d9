type Query = Readonly<Record<string, string | readonly string[]>>;

const addressOf = (project: string, snapshot: string, what: string, query: Query): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of typeof value === "string" ? [value] : value) params.append(key, item);
  }
  return `/api/projects/${encodeURIComponent(project)}/snapshots/${encodeURIComponent(snapshot)}/${what}?${params}`;
};

/** Where a file of a snapshot is. */
export const fileAddress = (project: string, snapshot: string, query: Query): string =>
  addressOf(project, snapshot, "download", query);

/** Where the archive of its training data is. */
export const trainingAddress = (project: string, snapshot: string, query: Query): string =>
  addressOf(project, snapshot, "training", query);

import type { AnnotationSignal, QueueSignal, ReviewState, Side } from "@spanbridge/shared";
import type { QueueFilter, QueueOrder } from "@spanbridge/shared/contracts";

// Written by hand, not with zod: it runs before the first screen, and nothing else there needs zod.

type Raw = Readonly<Record<string, unknown>>;

/** `?state=pending&state=skipped&q=12` ↔ `{state: ["pending", "skipped"], q: "12"}`: readable addresses, strings stay strings. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  const result: Record<string, string | string[]> = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    result[key] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return result;
}

export function stringifySearch(search: Raw): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) params.append(key, String(item));
    }
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

// What cannot be understood is left out: an old or mistyped address still opens the page.
const flag = (value: unknown): true | undefined => (value === "true" || value === true ? true : undefined);
const text = (value: unknown, limit = 1000): string | undefined =>
  typeof value === "string" && value !== "" ? value.slice(0, limit) : undefined;
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((item) => item === value);
function someOf<T extends string>(known: readonly T[], value: unknown): T[] | undefined {
  const given = Array.isArray(value) ? value : [value];
  const found = known.filter((item) => given.includes(item));
  return found.length > 0 ? found : undefined;
}

const isState: Record<ReviewState, true> = { pending: true, accepted: true, rejected: true, skipped: true };
const states = Object.keys(isState) as ReviewState[];

const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const listId = (value: unknown): string | undefined =>
  typeof value === "string" && isUuid.test(value) ? value : undefined;

const isAnnotationSignal: Record<AnnotationSignal, true> = {
  not_projected: true,
  unlinked_source: true,
  labels_differ: true,
  low_confidence: true,
  counts_differ: true,
};
const annotationSignals = Object.keys(isAnnotationSignal) as AnnotationSignal[];
const isSignal: Record<QueueSignal, true> = {
  ...isAnnotationSignal,
  not_literal: true,
  placed_after_normalisation: true,
  several_occurrences: true,
  label_conflicts_with_memory: true,
  engines_disagree: true,
  low_margin: true,
  boundary_inside_word: true,
  suffix_or_title_adjacent: true,
  overlap: true,
  format_repaired: true,
  back_translation_differs: true,
};
const signals = Object.keys(isSignal) as QueueSignal[];
const isOrder: Record<QueueOrder, true> = { worth: true, number: true, confidence: true };
const orders = Object.keys(isOrder) as QueueOrder[];
const sides: readonly Side[] = ["source", "pivot"];
/** What people see first unless they say otherwise. */
const FIRST: QueueOrder = "worth";

const strings = (value: unknown): string[] | undefined => {
  const found = (Array.isArray(value) ? value : [value]).flatMap((item) => text(item, 60) ?? []);
  return found.length > 0 ? [...new Set(found)].slice(0, 50) : undefined;
};
function share(value: unknown): number | undefined {
  const number =
    typeof value === "number" ? value : typeof value === "string" ? Number(value || "?") : Number.NaN;
  return number >= 0 && number <= 1 ? number : undefined;
}

/** The review queue's filter and order as they stand in the address: a link to them can be sent to somebody. */
export type ReviewSearch = {
  readonly state?: ReviewState[] | undefined;
  readonly flagged?: true | undefined;
  readonly document?: string | undefined;
  /** Of the source text. */
  readonly language?: string | undefined;
  readonly q?: string | undefined;
  /** A fixed list of segments, such as those behind a figure of an evaluation. */
  readonly list?: string | undefined;
  readonly regex?: true | undefined;
  readonly in?: Side | undefined;
  readonly signal?: QueueSignal[] | undefined;
  /** "some": any signal; "none": no signal. */
  readonly worth?: "some" | "none" | undefined;
  readonly label?: string[] | undefined;
  readonly below?: number | undefined;
  readonly by?: string | undefined;
  /** Empty: nobody's. */
  readonly for?: string | undefined;
  readonly order?: QueueOrder | undefined;
};

export const parseReviewSearch = (raw: Raw): ReviewSearch => ({
  state: someOf(states, raw.state),
  flagged: flag(raw.flagged),
  document: typeof raw.document === "string" ? raw.document : undefined,
  language: text(raw.language, 100),
  q: text(raw.q, 200),
  list: listId(raw.list),
  regex: flag(raw.regex),
  in: oneOf(sides, raw.in),
  signal: someOf(signals, raw.signal),
  worth: oneOf(["some", "none"], raw.worth),
  label: strings(raw.label),
  below: share(raw.below),
  by: text(raw.by, 200),
  for: typeof raw.for === "string" ? raw.for.slice(0, 200) : undefined,
  order: oneOf(orders, raw.order),
});

export const filterOf = (search: ReviewSearch): QueueFilter => ({
  states: search.state ?? [],
  ...(search.flagged ? { flagged: true } : {}),
  ...(search.document === undefined ? {} : { document: search.document }),
  ...(search.language === undefined ? {} : { language: search.language }),
  ...(search.q ? { text: search.q } : {}),
  ...(search.list === undefined ? {} : { list: search.list }),
  ...(search.regex ? { regex: true } : {}),
  ...(search.in ? { side: search.in } : {}),
  ...(search.signal ? { signals: search.signal } : {}),
  ...(search.worth ? { worth: search.worth === "some" } : {}),
  ...(search.label ? { labels: search.label } : {}),
  ...(search.below === undefined ? {} : { confidenceBelow: search.below }),
  ...(search.by ? { decidedBy: search.by } : {}),
  ...(search.for === undefined ? {} : { assignee: search.for }),
  order: search.order ?? FIRST,
});

export const searchOf = (filter: QueueFilter): ReviewSearch => ({
  state: filled(filter.states),
  flagged: filter.flagged ? true : undefined,
  document: filter.document,
  language: filter.language,
  q: filter.text || undefined,
  list: filter.list,
  regex: filter.regex ? true : undefined,
  in: filter.side,
  signal: filled(filter.signals),
  worth: filter.worth === undefined ? undefined : filter.worth ? "some" : "none",
  label: filled(filter.labels),
  below: filter.confidenceBelow,
  by: filter.decidedBy || undefined,
  for: filter.assignee,
  order: filter.order === FIRST ? undefined : filter.order,
});

const filled = <T>(list: T[] | undefined): T[] | undefined => (list && list.length > 0 ? list : undefined);

/** Whether the filter leaves anything out. */
export const leavesOut = (filter: QueueFilter): boolean =>
  Object.values({ ...searchOf(filter), order: undefined, regex: undefined, in: undefined }).some(
    (value) => value !== undefined,
  );

/** `list`: only the segments of this kept list. */
export const parseExportSearch = (raw: Raw): { readonly list?: string | undefined } => ({
  list: listId(raw.list),
});

export const parseProjectsSearch = (raw: Raw): { readonly archived?: true | undefined } => ({
  archived: flag(raw.archived),
});

export const settingsSections = ["general", "labels", "guidelines", "conventions", "members"] as const;
export type SettingsSection = (typeof settingsSections)[number];
export const parseSettingsSearch = (raw: Raw): { readonly section?: SettingsSection | undefined } => ({
  section: oneOf(settingsSections, raw.section),
});

/** What an evaluation compares, as it stands in the address: layers by name, and the segments and spans that take part. */
export type EvaluationSearch = {
  /** What counts as right. */
  readonly gold?: string | undefined;
  readonly pred?: string | undefined;
  /** A second one to compare with. */
  readonly vs?: string | undefined;
  readonly side?: "pivot" | undefined;
  readonly document?: string | undefined;
  /** Of the source text. */
  readonly language?: string[] | undefined;
  readonly state?: ReviewState[] | undefined;
  readonly label?: string[] | undefined;
  readonly signal?: AnnotationSignal[] | undefined;
  /** Whose figures are looked at in detail. */
  readonly show?: "other" | undefined;
};

export function parseEvaluationSearch(raw: Raw): EvaluationSearch {
  const labels = (Array.isArray(raw.label) ? raw.label : [raw.label]).flatMap((item) => text(item, 60) ?? []);
  return {
    gold: text(raw.gold, 200),
    pred: text(raw.pred, 200),
    vs: text(raw.vs, 200),
    side: oneOf(["pivot"], raw.side),
    document: typeof raw.document === "string" ? raw.document : undefined,
    language: strings(raw.language),
    state: someOf(states, raw.state),
    label: labels.length > 0 ? labels : undefined,
    signal: someOf(annotationSignals, raw.signal),
    show: oneOf(["other"], raw.show),
  };
}

/** The same with a figure to be opened. */
export const parseFigureSearch = (raw: Raw) => ({
  ...parseEvaluationSearch(raw),
  figure: text(raw.figure, 2000),
});

/** Names of the two snapshots that are compared. */
export const parseCompareSearch = (
  raw: Raw,
): { readonly before?: string | undefined; readonly after?: string | undefined } => ({
  before: text(raw.before, 100),
  after: text(raw.after, 100),
});

/** Which layers are held against each other; an empty `gold` is nothing that counts as right. */
export type ComparisonSearch = {
  readonly a?: string | undefined;
  readonly b?: string | undefined;
  readonly gold?: string | undefined;
};

export const parseComparisonSearch = (raw: Raw): ComparisonSearch => ({
  a: text(raw.a, 200),
  b: text(raw.b, 200),
  gold: typeof raw.gold === "string" ? raw.gold.slice(0, 200) : undefined,
});

/** The same with a count to be opened. */
export const parseCountSearch = (raw: Raw) => ({
  ...parseComparisonSearch(raw),
  figure: text(raw.figure, 2000),
});

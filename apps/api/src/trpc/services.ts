import type {
  ApiKey,
  addWikipediaSchema,
  alternativesSchema,
  applyIdenticalSchema,
  BatchResult,
  BulkPreview,
  BulkResult,
  bulkSchema,
  Comparison,
  CreatedApiKey,
  commitResultSchema,
  commitSchema,
  compareRunsSchema,
  compareSnapshotsSchema,
  contextSchema,
  countSignalsSchema,
  createApiKeySchema,
  createProjectSchema,
  createSnapshotSchema,
  documentInfoSchema,
  Evaluation,
  EvaluationProgress,
  ExportLogEntry,
  ExportPreview,
  ExportReport,
  evaluateSchema,
  eventsResultSchema,
  eventsSchema,
  exportOptionsSchema,
  FineTuning,
  FoundIdentical,
  findIdenticalSchema,
  fineTuningRefSchema,
  ImportProgress,
  InstalledSample,
  Invitation,
  importMemoryResultSchema,
  importMemorySchema,
  inviteSchema,
  keepQueueSchema,
  LastBulk,
  Learning,
  listMemoryResultSchema,
  listMemorySchema,
  Me,
  Member,
  MemoryEntry,
  MemoryUse,
  memoryUsesSchema,
  mergeMemorySchema,
  modelHostsSchema,
  openComparisonSchema,
  openFigureSchema,
  opinionsSchema,
  ProjectCard,
  ProjectDetail,
  projectRefSchema,
  putMemorySchema,
  queuePlaceResultSchema,
  queuePlaceSchema,
  queueWindowResultSchema,
  queueWindowSchema,
  Run,
  RunComparison,
  RunEstimate,
  removeMemberSchema,
  removeMemorySchema,
  removeProjectSchema,
  removeSnapshotSchema,
  rerunSegmentSchema,
  revertBatchSchema,
  runRefSchema,
  runSegmentsResultSchema,
  runSegmentsSchema,
  Sample,
  SegmentContext,
  SegmentList,
  SegmentTrace,
  SignalCounts,
  SnapshotDetail,
  SnapshotInfo,
  SnapshotPlan,
  SnapshotPreview,
  StartFineTuning,
  StartRun,
  segmentListRefSchema,
  segmentRefSchema,
  segmentTraceInputSchema,
  segmentViewSchema,
  setLabelsSchema,
  showRunSchema,
  snapshotRefSchema,
  TrainingPreview,
  trainingRequestSchema,
  undoBulkSchema,
  updateProjectSchema,
  WikipediaBuild,
  WikipediaPreview,
  WikipediaSettings,
  wikipediaOutcomesInputSchema,
  wikipediaOutcomesSchema,
  wikipediaRefSchema,
  wikipediaSelectionSchema,
} from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";

/** One use case: who asks, and what for. Fails with an AppError. */
type UseCase<Input, Output> = (actor: Actor, input: Input) => Promise<Output>;
/** One that can take long and be called off. */
type LongUseCase<Input, Output> = (actor: Actor, input: Input, signal: AbortSignal) => Promise<Output>;
type Ref = z.output<typeof projectRefSchema>;

/**
 * Everything the procedures call. Kept apart from its implementation so that the router's type, which the web app
 * imports, pulls in neither the database nor Node.
 */
export type Services = {
  readonly session: { readonly me: UseCase<void, Me> };
  readonly projects: {
    readonly list: UseCase<{ archived: boolean }, ProjectCard[]>;
    readonly get: UseCase<Ref, ProjectDetail>;
    readonly create: UseCase<z.output<typeof createProjectSchema>, ProjectDetail>;
    readonly update: UseCase<z.output<typeof updateProjectSchema>, ProjectDetail>;
    readonly remove: UseCase<z.output<typeof removeProjectSchema>, { segments: number }>;
    readonly setLabels: UseCase<z.output<typeof setLabelsSchema>, ProjectDetail>;
  };
  readonly documents: { readonly list: UseCase<Ref, z.input<typeof documentInfoSchema>[]> };
  readonly runs: {
    readonly list: UseCase<Ref, Run[]>;
    readonly get: UseCase<z.output<typeof runRefSchema>, Run>;
    readonly segments: UseCase<z.output<typeof runSegmentsSchema>, z.input<typeof runSegmentsResultSchema>>;
    readonly estimate: UseCase<StartRun, RunEstimate>;
    readonly start: UseCase<StartRun, Run>;
    readonly pause: UseCase<z.output<typeof runRefSchema>, Run>;
    readonly resume: UseCase<z.output<typeof runRefSchema>, Run>;
    readonly cancel: UseCase<z.output<typeof runRefSchema>, Run>;
    readonly show: UseCase<z.output<typeof showRunSchema>, Run[]>;
    readonly trace: UseCase<z.output<typeof segmentTraceInputSchema>, SegmentTrace | null>;
    readonly learning: UseCase<Ref, Learning>;
    readonly compare: LongUseCase<z.output<typeof compareRunsSchema>, RunComparison>;
    readonly openComparison: LongUseCase<z.output<typeof openComparisonSchema>, SegmentList>;
    readonly rerun: UseCase<z.output<typeof rerunSegmentSchema>, { queued: boolean }>;
    readonly hosts: UseCase<void, z.output<typeof modelHostsSchema>>;
    readonly setHosts: UseCase<z.output<typeof modelHostsSchema>, z.output<typeof modelHostsSchema>>;
  };
  readonly memory: {
    readonly list: UseCase<z.output<typeof listMemorySchema>, z.input<typeof listMemoryResultSchema>>;
    readonly uses: UseCase<z.output<typeof memoryUsesSchema>, MemoryUse[]>;
    readonly put: UseCase<z.output<typeof putMemorySchema>, MemoryEntry>;
    readonly remove: UseCase<z.output<typeof removeMemorySchema>, { removed: number }>;
    readonly merge: UseCase<z.output<typeof mergeMemorySchema>, MemoryEntry>;
    readonly import: UseCase<z.output<typeof importMemorySchema>, z.input<typeof importMemoryResultSchema>>;
    readonly export: UseCase<Ref, { tsv: string }>;
  };
  readonly wikipedia: {
    readonly settings: UseCase<void, WikipediaSettings>;
    readonly setSettings: UseCase<WikipediaSettings, WikipediaSettings>;
    readonly preview: UseCase<z.output<typeof wikipediaSelectionSchema>, WikipediaPreview>;
    readonly start: UseCase<z.output<typeof wikipediaSelectionSchema>, WikipediaBuild>;
    readonly list: UseCase<Ref, WikipediaBuild[]>;
    readonly outcomes: UseCase<
      z.output<typeof wikipediaOutcomesInputSchema>,
      z.input<typeof wikipediaOutcomesSchema>
    >;
    readonly cancel: UseCase<z.output<typeof wikipediaRefSchema>, WikipediaBuild>;
    readonly resume: UseCase<z.output<typeof wikipediaRefSchema>, WikipediaBuild>;
    readonly add: UseCase<z.output<typeof addWikipediaSchema>, { added: number; known: number }>;
    readonly takeBack: UseCase<z.output<typeof wikipediaRefSchema>, { removed: number; kept: number }>;
  };
  readonly samples: {
    readonly list: UseCase<void, Sample[]>;
    readonly install: UseCase<{ sample: string }, InstalledSample>;
  };
  readonly queue: {
    readonly window: UseCase<z.output<typeof queueWindowSchema>, z.input<typeof queueWindowResultSchema>>;
    readonly place: UseCase<z.output<typeof queuePlaceSchema>, z.input<typeof queuePlaceResultSchema>>;
    readonly signals: UseCase<z.output<typeof countSignalsSchema>, SignalCounts>;
    readonly previewBulk: UseCase<z.output<typeof bulkSchema>, BulkPreview>;
    readonly applyBulk: UseCase<z.output<typeof bulkSchema>, BulkResult>;
    readonly lastBulk: UseCase<{ project: string }, LastBulk>;
    readonly undoBulk: UseCase<z.output<typeof undoBulkSchema>, BulkResult>;
    readonly keep: UseCase<z.output<typeof keepQueueSchema>, SegmentList>;
  };
  readonly review: {
    readonly open: UseCase<z.output<typeof segmentRefSchema>, z.input<typeof segmentViewSchema>>;
    readonly commit: UseCase<z.output<typeof commitSchema>, z.input<typeof commitResultSchema>>;
    readonly events: UseCase<z.output<typeof eventsSchema>, z.input<typeof eventsResultSchema>>;
    readonly alternatives: UseCase<z.output<typeof segmentRefSchema>, z.input<typeof alternativesSchema>>;
    readonly opinions: UseCase<z.output<typeof segmentRefSchema>, z.input<typeof opinionsSchema>>;
    readonly context: UseCase<z.output<typeof contextSchema>, SegmentContext>;
    readonly findIdentical: UseCase<z.output<typeof findIdenticalSchema>, FoundIdentical>;
    readonly applyIdentical: UseCase<z.output<typeof applyIdenticalSchema>, BatchResult>;
    readonly revertBatch: UseCase<z.output<typeof revertBatchSchema>, BatchResult>;
  };
  readonly evaluation: {
    readonly run: LongUseCase<z.output<typeof evaluateSchema>, Evaluation>;
    readonly progress: UseCase<{ evaluationId: string }, EvaluationProgress | null>;
    readonly open: LongUseCase<z.output<typeof openFigureSchema>, SegmentList>;
  };
  readonly lists: { readonly get: UseCase<z.output<typeof segmentListRefSchema>, SegmentList> };
  readonly imports: { readonly progress: UseCase<{ importId: string }, ImportProgress | null> };
  readonly exports: {
    readonly report: UseCase<Ref & { options: z.output<typeof exportOptionsSchema> }, ExportReport>;
    readonly preview: UseCase<Ref & { options: z.output<typeof exportOptionsSchema> }, ExportPreview>;
    readonly history: UseCase<Ref & { limit: number }, ExportLogEntry[]>;
  };
  readonly training: { readonly preview: UseCase<z.output<typeof trainingRequestSchema>, TrainingPreview> };
  readonly fineTuning: {
    readonly list: UseCase<Ref, FineTuning[]>;
    readonly get: UseCase<z.output<typeof fineTuningRefSchema>, FineTuning>;
    readonly start: UseCase<StartFineTuning, FineTuning>;
    readonly cancel: UseCase<z.output<typeof fineTuningRefSchema>, FineTuning>;
    readonly retry: UseCase<z.output<typeof fineTuningRefSchema>, FineTuning>;
  };
  readonly snapshots: {
    readonly list: UseCase<Ref, SnapshotInfo[]>;
    readonly get: UseCase<z.output<typeof snapshotRefSchema>, SnapshotDetail>;
    readonly preview: UseCase<Ref & { plan: SnapshotPlan }, SnapshotPreview>;
    readonly create: UseCase<z.output<typeof createSnapshotSchema>, SnapshotDetail>;
    readonly compare: UseCase<z.output<typeof compareSnapshotsSchema>, Comparison>;
    readonly remove: UseCase<z.output<typeof removeSnapshotSchema>, { segments: number }>;
  };
  readonly members: {
    readonly list: UseCase<Ref, Member[]>;
    readonly invite: UseCase<z.output<typeof inviteSchema>, Invitation>;
    readonly remove: UseCase<z.output<typeof removeMemberSchema>, { removed: boolean }>;
  };
  readonly keys: {
    readonly list: UseCase<void, ApiKey[]>;
    readonly create: UseCase<z.output<typeof createApiKeySchema>, CreatedApiKey>;
    readonly revoke: UseCase<{ id: string }, { revoked: boolean }>;
  };
};

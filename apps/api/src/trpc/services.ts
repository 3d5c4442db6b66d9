import type {
  ApiKey,
  BulkPreview,
  BulkResult,
  bulkSchema,
  CreatedApiKey,
  commitResultSchema,
  commitSchema,
  createApiKeySchema,
  createProjectSchema,
  documentInfoSchema,
  Evaluation,
  EvaluationProgress,
  ExportReport,
  evaluateSchema,
  eventsResultSchema,
  eventsSchema,
  exportOptionsSchema,
  ImportProgress,
  InstalledSample,
  Invitation,
  inviteSchema,
  Me,
  Member,
  openFigureSchema,
  ProjectCard,
  ProjectDetail,
  projectRefSchema,
  queuePlaceResultSchema,
  queuePlaceSchema,
  queueWindowResultSchema,
  queueWindowSchema,
  removeMemberSchema,
  removeProjectSchema,
  Sample,
  SegmentList,
  segmentListRefSchema,
  segmentRefSchema,
  segmentViewSchema,
  setLabelsSchema,
  undoBulkSchema,
  updateProjectSchema,
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
  readonly samples: {
    readonly list: UseCase<void, Sample[]>;
    readonly install: UseCase<{ sample: string }, InstalledSample>;
  };
  readonly queue: {
    readonly window: UseCase<z.output<typeof queueWindowSchema>, z.input<typeof queueWindowResultSchema>>;
    readonly place: UseCase<z.output<typeof queuePlaceSchema>, z.input<typeof queuePlaceResultSchema>>;
    readonly previewBulk: UseCase<z.output<typeof bulkSchema>, BulkPreview>;
    readonly applyBulk: UseCase<z.output<typeof bulkSchema>, BulkResult>;
    readonly undoBulk: UseCase<z.output<typeof undoBulkSchema>, BulkResult>;
  };
  readonly review: {
    readonly open: UseCase<z.output<typeof segmentRefSchema>, z.input<typeof segmentViewSchema>>;
    readonly commit: UseCase<z.output<typeof commitSchema>, z.input<typeof commitResultSchema>>;
    readonly events: UseCase<z.output<typeof eventsSchema>, z.input<typeof eventsResultSchema>>;
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

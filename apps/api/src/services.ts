import type { Actor } from "./actor.ts";
import type { App } from "./app.ts";
import { compareRuns } from "./comparison/compare.ts";
import { openComparison } from "./comparison/open.ts";
import { listDocuments } from "./documents/list.ts";
import { evaluateProject } from "./evaluation/evaluate.ts";
import { openFigure } from "./evaluation/open-figure.ts";
import { evaluationProgress } from "./evaluation/progress.ts";
import { listExports } from "./export/history.ts";
import { previewExport } from "./export/preview.ts";
import { reportExport } from "./export/report.ts";
import { cancelFineTuning, retryFineTuning } from "./fine-tuning/control.ts";
import { getFineTuning, listFineTunings } from "./fine-tuning/list.ts";
import { startFineTuning } from "./fine-tuning/start.ts";
import { importProgress } from "./import/progress.ts";
import { createKey } from "./keys/create.ts";
import { listOwnKeys } from "./keys/list.ts";
import { revokeKey } from "./keys/revoke.ts";
import { getList } from "./lists/get.ts";
import { inviteMember } from "./members/invite.ts";
import { listMembers } from "./members/list.ts";
import { removeMember } from "./members/remove.ts";
import { mergeMemory, putMemory, removeMemory } from "./memory/change.ts";
import { listMemory, listMemoryUses } from "./memory/list.ts";
import { exportMemory, importMemory } from "./memory/tsv.ts";
import { createProject } from "./projects/create.ts";
import { getProject } from "./projects/get.ts";
import { listProjects } from "./projects/list.ts";
import { removeProject } from "./projects/remove.ts";
import { setLabels } from "./projects/set-labels.ts";
import { updateProject } from "./projects/update.ts";
import { applyBulk } from "./queue/bulk/apply.ts";
import { lastBulk } from "./queue/bulk/last.ts";
import { previewBulk } from "./queue/bulk/preview.ts";
import { undoBulk } from "./queue/bulk/undo.ts";
import { keepQueue } from "./queue/keep.ts";
import { findPlace } from "./queue/place.ts";
import { readSignalCounts } from "./queue/signals.ts";
import { readWindow } from "./queue/window.ts";
import { listAlternatives } from "./review/alternatives.ts";
import { applyIdentical } from "./review/apply-identical.ts";
import { commitTransactions } from "./review/commit.ts";
import { readContext } from "./review/context.ts";
import { listEvents } from "./review/events.ts";
import { findIdentical } from "./review/find-identical.ts";
import { openSegment } from "./review/open.ts";
import { listOpinions } from "./review/opinions.ts";
import { revertBatch } from "./review/revert-batch.ts";
import { cancelRun, pauseRun, resumeRun } from "./runs/control.ts";
import { estimateRun } from "./runs/estimate.ts";
import { getModelHosts, setModelHosts } from "./runs/hosts.ts";
import { readLearning } from "./runs/learning.ts";
import { getRun, listRunSegments, listRuns } from "./runs/list.ts";
import { showRun } from "./runs/show.ts";
import { startRun } from "./runs/start.ts";
import { rerunSegment, traceSegment } from "./runs/trace.ts";
import { installSample } from "./samples/install.ts";
import { listSamples } from "./samples/list.ts";
import { compareSnapshots } from "./snapshots/compare.ts";
import { createSnapshot } from "./snapshots/create.ts";
import { getSnapshot } from "./snapshots/get.ts";
import { listSnapshots } from "./snapshots/list.ts";
import { previewSnapshot } from "./snapshots/preview.ts";
import { removeSnapshot } from "./snapshots/remove.ts";
import { previewTraining } from "./training/preview.ts";
import type { Services } from "./trpc/services.ts";
import {
  addWikipedia,
  cancelWikipedia,
  listWikipedia,
  listWikipediaOutcomes,
  previewWikipedia,
  resumeWikipedia,
  startWikipedia,
  takeBackWikipedia,
} from "./wikipedia/builds.ts";
import { getWikipediaSettings, setWikipediaSettings } from "./wikipedia/settings.ts";

/** Binds the use cases to what they work with. */
export function createServices(app: App): Services {
  const bind =
    <Input, Output>(useCase: (app: App, actor: Actor, input: Input) => Promise<Output>) =>
    (actor: Actor, input: Input) =>
      useCase(app, actor, input);
  return {
    session: {
      me: async ({ userId, name, isOwner }) => ({
        id: userId,
        name,
        role: isOwner ? "owner" : "member",
        version: app.version,
      }),
    },
    projects: {
      list: bind(listProjects),
      get: bind(getProject),
      create: bind(createProject),
      update: bind(updateProject),
      remove: bind(removeProject),
      setLabels: bind(setLabels),
    },
    documents: { list: bind(listDocuments) },
    queue: {
      window: bind(readWindow),
      place: bind(findPlace),
      signals: bind(readSignalCounts),
      previewBulk: bind(previewBulk),
      applyBulk: bind(applyBulk),
      lastBulk: bind(lastBulk),
      undoBulk: bind(undoBulk),
      keep: bind(keepQueue),
    },
    exports: { report: bind(reportExport), preview: bind(previewExport), history: bind(listExports) },
    imports: { progress: bind(importProgress) },
    evaluation: {
      run: (actor, input, signal) => evaluateProject(app, actor, input, signal),
      progress: bind(evaluationProgress),
      open: (actor, input, signal) => openFigure(app, actor, input, signal),
    },
    lists: { get: bind(getList) },
    runs: {
      list: bind(listRuns),
      get: bind(getRun),
      segments: bind(listRunSegments),
      estimate: bind(estimateRun),
      start: bind(startRun),
      pause: bind(pauseRun),
      resume: bind(resumeRun),
      cancel: bind(cancelRun),
      show: bind(showRun),
      trace: bind(traceSegment),
      rerun: bind(rerunSegment),
      learning: bind(readLearning),
      compare: (actor, input, signal) => compareRuns(app, actor, input, signal),
      openComparison: (actor, input, signal) => openComparison(app, actor, input, signal),
      hosts: () => getModelHosts(app),
      setHosts: bind(setModelHosts),
    },
    memory: {
      list: bind(listMemory),
      uses: bind(listMemoryUses),
      put: bind(putMemory),
      remove: bind(removeMemory),
      merge: bind(mergeMemory),
      import: bind(importMemory),
      export: bind(exportMemory),
    },
    wikipedia: {
      settings: () => getWikipediaSettings(app),
      setSettings: bind(setWikipediaSettings),
      preview: bind(previewWikipedia),
      start: bind(startWikipedia),
      list: bind(listWikipedia),
      outcomes: bind(listWikipediaOutcomes),
      cancel: bind(cancelWikipedia),
      resume: bind(resumeWikipedia),
      add: bind(addWikipedia),
      takeBack: bind(takeBackWikipedia),
    },
    review: {
      open: bind(openSegment),
      commit: bind(commitTransactions),
      events: bind(listEvents),
      alternatives: bind(listAlternatives),
      opinions: bind(listOpinions),
      context: bind(readContext),
      findIdentical: bind(findIdentical),
      applyIdentical: bind(applyIdentical),
      revertBatch: bind(revertBatch),
    },
    samples: { list: bind(listSamples), install: bind(installSample) },
    training: { preview: bind(previewTraining) },
    fineTuning: {
      list: bind(listFineTunings),
      get: bind(getFineTuning),
      start: bind(startFineTuning),
      cancel: bind(cancelFineTuning),
      retry: bind(retryFineTuning),
    },
    snapshots: {
      list: bind(listSnapshots),
      get: bind(getSnapshot),
      preview: bind(previewSnapshot),
      create: bind(createSnapshot),
      compare: bind(compareSnapshots),
      remove: bind(removeSnapshot),
    },
    members: { list: bind(listMembers), invite: bind(inviteMember), remove: bind(removeMember) },
    keys: { list: bind(listOwnKeys), create: bind(createKey), revoke: bind(revokeKey) },
  };
}

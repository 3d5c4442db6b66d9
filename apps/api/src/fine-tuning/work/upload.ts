import { ok, type Result } from "@spanbridge/shared";
import type { App } from "../../app.ts";
import { type FineTuningWork, noteFineTuning } from "../../db/fine-tunings.ts";
import { findSnapshotRow } from "../../db/snapshots.ts";
import { AppError } from "../../error.ts";
import { noteExport } from "../../export/log.ts";
import type { EndpointFailure, FineTuningEndpoint, NewJob } from "../endpoint.ts";
import { type TrainingFile, trainingFiles } from "./files.ts";

/** Sends the training data, and the development data where there is some. What is there already is not sent again. */
export async function upload(
  app: App,
  endpoint: FineTuningEndpoint,
  work: FineTuningWork,
): Promise<Result<NewJob, EndpointFailure>> {
  if (work.trainFile !== "") return ok({ trainFile: work.trainFile, devFile: work.devFile });
  const { pool } = app.db;
  const snapshot = await findSnapshotRow(pool, work.projectId, work.snapshot);
  if (!snapshot) {
    throw new AppError("not_found", `The snapshot "${work.snapshot}" is not there any more.`);
  }
  const files = await trainingFiles(app, snapshot, work.settings);
  try {
    const { train, dev } = files;
    if (train.examples === 0) {
      throw new AppError("invalid_input", `No training example comes of the snapshot "${work.snapshot}".`);
    }
    await noteFineTuning(pool, work.id, { trainExamples: train.examples, devExamples: dev.examples });
    const devFile = dev.examples > 0 ? await send("dev", dev) : ok("");
    if (!devFile.ok) return devFile;
    const trainFile = await send("train", train);
    if (!trainFile.ok) return trainFile;
    const given = { trainFile: trainFile.value, devFile: devFile.value };
    await noteFineTuning(pool, work.id, given);
    return ok(given);
  } finally {
    await files.remove();
  }

  async function send(part: "train" | "dev", file: TrainingFile): Promise<Result<string, EndpointFailure>> {
    const name = `spanbridge-${work.id}-${part}.jsonl`;
    const known = await endpoint.findFile(name);
    if (!known.ok) return known;
    if (known.value !== null) return ok(known.value);
    const sent = await endpoint.upload(file.path, name);
    if (!sent.ok) return sent;
    await noteExport(app, {
      projectId: work.projectId,
      userId: work.createdBy,
      via: "fine-tuning",
      format: "sft-openai",
      snapshot: work.snapshot,
      selection: {
        part,
        examples: file.examples,
        endpoint: new URL(work.settings.baseUrl).origin,
        stages: work.settings.stages,
      },
      segments: file.examples,
      bytes: file.bytes,
      sha256: file.sha256,
    });
    return sent;
  }
}

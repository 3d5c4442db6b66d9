import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";

/** A question about files or jobs, as it came. */
export type FineTuningRequest = {
  readonly method: string;
  /** Below the base address, without a query: "/files", "/fine_tuning/jobs/ftjob-1". */
  readonly path: string;
  readonly authorization: string | undefined;
};

/** What goes wrong with a question on purpose. */
export type FineTuningMischief =
  | { readonly kind: "status"; readonly status: number; readonly message?: string }
  | { readonly kind: "hang" }
  /** Does it, and breaks the connection before it has told. */
  | { readonly kind: "forget_to_answer" }
  | { readonly kind: "nonsense" };

export type UploadedFile = {
  readonly id: string;
  readonly filename: string;
  readonly purpose: string;
  readonly text: string;
};
type Status = "validating_files" | "queued" | "running" | "succeeded" | "failed" | "cancelled";
export type TrainedJob = {
  readonly id: string;
  readonly request: z.output<typeof requestSchema>;
  status: Status;
  model: string | null;
  error: string | null;
  /** How often somebody has asked how it is. */
  looks: number;
  readonly events: { readonly id: string; readonly created_at: number; readonly message: string }[];
};

const requestSchema = z.looseObject({
  model: z.string(),
  training_file: z.string(),
  validation_file: z.string().optional(),
  suffix: z.string().optional(),
  seed: z.int().optional(),
});

/** Steps of a training whose base model's name does not ask for anything else. */
const STEPS: readonly Status[] = ["validating_files", "queued", "running", "running", "succeeded"];

/**
 * The part of an OpenAI-compatible endpoint that trains models. A job is a step further each time somebody asks for it. Base
 * models named `…+fail` fail while they are trained, `…+reject` are refused, `…+stay` run until they are cancelled.
 */
export class FineTuningStandIn {
  readonly asked: FineTuningRequest[] = [];
  readonly files: UploadedFile[] = [];
  readonly jobs: TrainedJob[] = [];
  mischief: (request: FineTuningRequest) => FineTuningMischief | undefined = () => undefined;
  /** Base models that run until this is false. */
  stay = true;

  forget(): void {
    for (const list of [this.asked, this.files, this.jobs]) list.length = 0;
    this.mischief = () => undefined;
    this.stay = true;
  }

  async respond(request: IncomingMessage, response: ServerResponse, body: Uint8Array): Promise<void> {
    const url = new URL(request.url ?? "/", "http://stand-in");
    const path = url.pathname.replace(/^\/v1/, "");
    const { method = "GET", headers } = request;
    const asked = { method, path, authorization: headers.authorization };
    this.asked.push(asked);
    const mischief = this.mischief(asked);
    const json = (status: number, value: object): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    switch (mischief?.kind) {
      case "hang":
        return;
      case "status":
        return json(mischief.status, { error: { message: mischief.message ?? "On purpose." } });
      case "nonsense":
        return json(200, { hello: "world" });
    }
    const { status, value } = await this.#answer(asked, headers["content-type"] ?? "", body);
    if (mischief?.kind === "forget_to_answer") response.destroy();
    else json(status, value);
  }

  async #answer(
    { method, path }: FineTuningRequest,
    type: string,
    body: Uint8Array,
  ): Promise<{ status: number; value: object }> {
    const good = (value: object) => ({ status: 200, value });
    const bad = (status: number, message: string) => ({ status, value: { error: { message } } });
    if (path === "/files") {
      if (method === "GET") return good({ object: "list", data: this.files.map(fileView) });
      const form = await new Response(Uint8Array.from(body), {
        headers: { "content-type": type },
      }).formData();
      const [file, purpose] = [form.get("file"), form.get("purpose")];
      if (!(file instanceof Blob) || purpose !== "fine-tune")
        return bad(400, "A file for fine-tuning is missing.");
      const made = {
        id: `file-${this.files.length + 1}`,
        filename: "name" in file ? String(file.name) : "",
        purpose,
        text: await file.text(),
      };
      this.files.push(made);
      return good(fileView(made));
    }
    if (path === "/fine_tuning/jobs" && method === "GET") {
      return good({ object: "list", data: this.jobs.toReversed().map(jobView) });
    }
    if (path === "/fine_tuning/jobs") return this.#create(JSON.parse(new TextDecoder().decode(body)));
    const [, id, more] = /^\/fine_tuning\/jobs\/([^/]+)(?:\/(events|cancel))?$/.exec(path) ?? [];
    const job = this.jobs.find((each) => each.id === id);
    if (!job) return bad(404, "There is nothing at this address.");
    if (more === "events") return good({ object: "list", data: job.events.toReversed() });
    if (more === "cancel") {
      if (isOver(job)) return bad(400, `The job is ${job.status} already.`);
      this.#move(job, "cancelled");
      return good(jobView(job));
    }
    this.#advance(job);
    return good(jobView(job));
  }

  #create(body: unknown): { status: number; value: object } {
    const request = requestSchema.parse(body);
    const file = this.files.find(({ id }) => id === request.training_file);
    if (!file) return { status: 400, value: { error: { message: "There is no such training file." } } };
    if (request.model.endsWith("+reject")) {
      return {
        status: 400,
        value: { error: { message: `The model ${request.model} cannot be fine-tuned.` } },
      };
    }
    const job: TrainedJob = {
      id: `ftjob-${this.jobs.length + 1}`,
      request,
      status: "validating_files",
      model: null,
      error: null,
      looks: 0,
      events: [],
    };
    this.jobs.push(job);
    this.#note(job, "Created fine-tuning job.");
    return { status: 200, value: jobView(job) };
  }

  #advance(job: TrainedJob): void {
    if (isOver(job)) return;
    const { model } = job.request;
    const next = STEPS[Math.min(++job.looks, STEPS.length - 1)] ?? "succeeded";
    if (next === "succeeded" && model.endsWith("+stay") && this.stay) this.#move(job, "running");
    else if (next === "succeeded" && model.endsWith("+fail")) {
      job.error = "The training data has too few examples.";
      this.#move(job, "failed");
    } else this.#move(job, next);
  }

  #move(job: TrainedJob, status: Status): void {
    if (status === "running")
      this.#note(job, `Step ${job.looks}: training loss=${(1 / job.looks).toFixed(2)}`);
    else if (status !== job.status) this.#note(job, `The job is ${status.replace("_", " ")}.`);
    job.status = status;
    if (status === "succeeded") {
      const { model, suffix = "" } = job.request;
      job.model = `ft:${model.replace(/\+.*$/, "")}:spanbridge:${suffix}:${job.id}`;
    }
  }

  #note(job: TrainedJob, message: string): void {
    const id = `${job.id}-event-${job.events.length + 1}`;
    job.events.push({ id, created_at: 1_790_000_000 + job.events.length, message });
  }
}

const isOver = ({ status }: TrainedJob): boolean =>
  status === "succeeded" || status === "failed" || status === "cancelled";

const fileView = ({ id, filename, purpose, text }: UploadedFile): object => ({
  id,
  object: "file",
  filename,
  purpose,
  bytes: text.length,
  created_at: 1_790_000_000,
  status: "processed",
});

const jobView = ({ id, request, status, model, error }: TrainedJob): object => ({
  id,
  object: "fine_tuning.job",
  model: request.model,
  training_file: request.training_file,
  validation_file: request.validation_file ?? null,
  status,
  fine_tuned_model: model,
  trained_tokens: status === "succeeded" ? 1234 : null,
  created_at: 1_790_000_000,
  error: error === null ? null : { code: "invalid_training_file", message: error, param: "training_file" },
});

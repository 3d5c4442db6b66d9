import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerTo, type ChatMessage } from "./answer.ts";
import { Knowledge, type Known } from "./data.ts";
import { FineTuningStandIn } from "./fine-tuning.ts";

/** What the stand-in does wrong on purpose. */
export type Mischief =
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** Answers when this is over. */
  | { readonly kind: "held"; readonly until: Promise<void> }
  /** Never answers. */
  | { readonly kind: "hang" }
  | { readonly kind: "rate_limited"; readonly retryAfter: string }
  | { readonly kind: "status"; readonly status: number }
  | {
      readonly kind:
        | "broken_json"
        | "chatter"
        | "refusal"
        | "cut_off"
        | "wrong_language"
        | "wrong_phrase"
        | "no_completion";
    };

export type Asked = {
  readonly body: ChatRequest;
  readonly authorization: string | undefined;
  /** SHA-256 of the body. */
  readonly key: string;
  /** Whether an answer of status 200 has left whole. */
  answered: boolean;
};

export type ChatRequest = {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly temperature?: number;
  readonly seed?: number;
  readonly max_tokens?: number;
  readonly reasoning_effort?: string;
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly name: string; readonly schema: object };
  };
};

export type StandIn = {
  /** What runs are given as their model's address. */
  readonly baseUrl: string;
  readonly asked: Asked[];
  /** Decides what goes wrong with a request; `count` is how many came before it. */
  mischief: (request: ChatRequest, count: number) => Mischief | undefined;
  readonly fineTuning: FineTuningStandIn;
  readonly close: () => Promise<void>;
};

/**
 * A language model that speaks the protocol of OpenAI-compatible endpoints and answers from what it knows: the same
 * question gets the same answer. A model name such as `stand-in+chatter` or `stand-in+slow=200` asks for mischief with
 * every answer, so that a browser can choose it.
 */
export async function startStandIn(known: readonly Known[], port = 0): Promise<StandIn> {
  const knowledge = new Knowledge(known);
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the stand-in has no address");
  const standIn: StandIn = {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    asked: [],
    mischief: () => undefined,
    fineTuning: new FineTuningStandIn(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  server.on("request", (request, response) => {
    respond(standIn, knowledge, request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  return standIn;
}

async function respond(
  standIn: StandIn,
  knowledge: Knowledge,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (/^\/v1\/(?:files|fine_tuning)(?:$|[/?])/.test(request.url ?? "")) {
    await standIn.fineTuning.respond(request, response, bytes);
    return;
  }
  const text = bytes.toString("utf8");
  if (request.method !== "POST" || !request.url?.endsWith("/chat/completions")) {
    response.writeHead(404).end();
    return;
  }
  const body: ChatRequest = JSON.parse(text);
  const count = standIn.asked.length;
  const asked: Asked = {
    body,
    authorization: request.headers.authorization,
    key: createHash("sha256").update(text).digest("hex"),
    answered: false,
  };
  standIn.asked.push(asked);
  const mischief = standIn.mischief(body, count) ?? byName(body.model);
  const json = (status: number, value: object, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(value), () => {
      asked.answered = status === 200 && !response.destroyed;
    });
  };
  switch (mischief?.kind) {
    case "hang":
      return;
    case "rate_limited":
      return json(429, { error: { message: "Too many requests." } }, { "retry-after": mischief.retryAfter });
    case "status":
      return json(mischief.status, { error: { message: `Status ${mischief.status} on purpose.` } });
    case "no_completion":
      return json(200, { hello: "world" });
    case "held":
      await mischief.until;
      if (response.destroyed) return;
      break;
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, mischief.milliseconds));
      if (response.destroyed) return;
  }
  const content = spoiled(answerTo(body.messages, knowledge), mischief?.kind);
  json(200, completion(body, content, mischief?.kind === "cut_off" ? "length" : "stop"));
}

function byName(model: string): Mischief | undefined {
  const [, kind = "", value = ""] = /\+([a-z_]+)(?:=(\d+))?$/u.exec(model) ?? [];
  switch (kind) {
    case "slow":
      return { kind, milliseconds: Number(value || 100) };
    case "broken_json":
    case "chatter":
    case "refusal":
    case "cut_off":
    case "wrong_language":
    case "wrong_phrase":
      return { kind };
    default:
      return undefined;
  }
}

function spoiled(answer: string, kind: Mischief["kind"] | undefined): string {
  switch (kind) {
    case "broken_json":
      return answer.replaceAll('"', "'").replace(/\}$/u, ",}");
    case "chatter":
      return `Certainly! Here is what you asked for:\n\n\`\`\`json\n${answer}\n\`\`\`\n\nLet me know if you need anything else.`;
    case "refusal":
      return "I'm sorry, but I can't help with that.";
    case "cut_off":
      return answer.slice(0, Math.ceil(answer.length / 2));
    case "wrong_language":
      return JSON.stringify({ names: [], translation: "Это совсем другой язык, чем просили." });
    case "wrong_phrase":
      return answer.replace(/"phrase":"([^"]+)"/gu, '"phrase":"〈$1〉ではない何か"');
    default:
      return answer;
  }
}

const completion = (body: ChatRequest, content: string, finish: string): object => ({
  id: "stand-in",
  object: "chat.completion",
  created: 0,
  model: body.model,
  choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: finish }],
  usage: {
    prompt_tokens: Math.ceil(JSON.stringify(body.messages).length / 4),
    completion_tokens: Math.ceil(content.length / 4),
    total_tokens: Math.ceil((JSON.stringify(body.messages).length + content.length) / 4),
  },
});

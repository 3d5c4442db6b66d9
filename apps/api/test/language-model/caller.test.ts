import { modelSettingsSchema } from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type StandIn, startStandIn } from "../../../../e2e/support/stand-in/server.ts";
import { type CallerOptions, createCaller } from "../../src/language-model/caller.ts";
import { isLoopback, requireAllowed } from "../../src/language-model/endpoint.ts";
import type { Clock } from "../../src/language-model/pace.ts";
import { retryAfter, waitBefore } from "../../src/language-model/retry-after.ts";

const question = {
  messages: [
    { role: "system" as const, content: "You mark named entities in English text." },
    { role: "user" as const, content: "Obama spoke." },
  ],
  schema: {
    name: "entities",
    schema: {
      type: "object",
      properties: { entities: { type: "array", items: { type: "object" } } },
      required: ["entities"],
      additionalProperties: false,
    },
  },
};

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn([
    {
      source: "奥巴马讲话。",
      english: "Obama spoke.",
      names: [{ english: "Obama", source: "奥巴马", label: "PER" }],
    },
  ]);
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.asked.length = 0;
  standIn.mischief = () => undefined;
});

/** A clock whose sleeps are over at once and remembered. */
function quickClock(): Clock & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

const callerOf = (settings: object = {}, options: CallerOptions = {}) =>
  createCaller(modelSettingsSchema.parse({ baseUrl: standIn.baseUrl, model: "stand-in", ...settings }), {
    random: () => 0,
    ...options,
  });
const never = new AbortController().signal;

describe("a call", () => {
  it("is sent with all settings and its schema", async () => {
    const call = callerOf(
      {
        temperature: 0.3,
        seed: 7,
        reasoningEffort: "low",
        maxOutputTokens: 99,
        apiKeyEnv: "SPANBRIDGE_LLM_KEY_X",
      },
      { env: { SPANBRIDGE_LLM_KEY_X: "sk-test" } },
    );
    expect(await call(question, never)).toMatchObject({
      ok: true,
      value: {
        text: '{"entities":[{"text":"Obama","label":"PER"}]}',
        finish: "stop",
        inputTokens: expect.any(Number),
        outputTokens: 12,
      },
    });
    expect(standIn.asked).toMatchObject([
      {
        authorization: "Bearer sk-test",
        body: {
          model: "stand-in",
          messages: question.messages,
          temperature: 0.3,
          seed: 7,
          reasoning_effort: "low",
          max_tokens: 99,
          response_format: {
            type: "json_schema",
            json_schema: { name: "entities", schema: question.schema.schema },
          },
        },
      },
    ]);
  });

  it("asks in words alone where the endpoint knows no schemas", async () => {
    await callerOf({ output: "text", seed: null })(question, never);
    expect(standIn.asked[0]?.body.response_format).toBeUndefined();
    expect(standIn.asked[0]?.body.seed).toBeUndefined();
  });

  it.each(["chatter", "broken_json", "refusal"] as const)(
    "hands on what is no answer to the schema: %s",
    async (kind) => {
      standIn.mischief = () => ({ kind });
      const result = await callerOf()(question, never);
      expect(result.ok && result.value.text.length).toBeGreaterThan(10);
      expect(result.ok && result.value.finish).toBe("stop");
    },
  );

  it("says that an answer was cut off", async () => {
    standIn.mischief = () => ({ kind: "cut_off" });
    expect(await callerOf()(question, never)).toMatchObject({ ok: true, value: { finish: "length" } });
  });
});

describe("what fails in passing", () => {
  it("is tried again when the endpoint says", async () => {
    const clock = quickClock();
    standIn.mischief = (_, count) => (count < 2 ? { kind: "rate_limited", retryAfter: "7" } : undefined);
    expect((await callerOf({}, { clock })(question, never)).ok).toBe(true);
    expect(clock.slept).toEqual([7000, 7000]);
    expect(standIn.asked).toHaveLength(3);
  });

  it("is tried again after longer and longer waits", async () => {
    const clock = quickClock();
    standIn.mischief = (_, count) => (count < 3 ? { kind: "status", status: 503 } : undefined);
    expect((await callerOf({}, { clock })(question, never)).ok).toBe(true);
    expect(clock.slept).toEqual([1000, 2000, 4000]);
  });

  it("fails with the reason after the last try", async () => {
    standIn.mischief = () => ({ kind: "rate_limited", retryAfter: "0" });
    const result = await callerOf({ retries: 2 }, { clock: quickClock() })(question, never);
    expect(result).toMatchObject({ ok: false, error: { kind: "rate_limited" } });
    expect(standIn.asked).toHaveLength(3);
  });

  it("an endpoint that does not answer in time is given up", async () => {
    standIn.mischief = () => ({ kind: "hang" });
    const result = await callerOf({ timeoutSeconds: 0.05, retries: 1 }, { clock: quickClock() })(
      question,
      never,
    );
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "timeout", message: expect.stringContaining("0.05 s") },
    });
    expect(standIn.asked).toHaveLength(2);
  });

  it("an endpoint that is not there is said to be unreachable", async () => {
    const result = await callerOf({ baseUrl: "http://127.0.0.1:9/v1", retries: 0 })(question, never);
    expect(result).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });

  it("what is no chat completion is not taken for one", async () => {
    standIn.mischief = () => ({ kind: "no_completion" });
    expect(await callerOf({ retries: 0 })(question, never)).toMatchObject({
      ok: false,
      error: { kind: "unreadable" },
    });
  });

  it("a wrong key is not tried again", async () => {
    standIn.mischief = () => ({ kind: "status", status: 401 });
    expect(await callerOf()(question, never)).toMatchObject({ ok: false, error: { kind: "rejected" } });
    expect(standIn.asked).toHaveLength(1);
  });

  it("ends at once when the run is stopped", async () => {
    standIn.mischief = () => ({ kind: "hang" });
    const controller = new AbortController();
    const waiting = callerOf()(question, controller.signal);
    while (standIn.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect(await waiting).toMatchObject({ ok: false, error: { kind: "cancelled" } });
  });
});

it("calls begin at the distances of the rate limit", async () => {
  const clock = quickClock();
  const call = callerOf({ requestsPerMinute: 60 }, { clock });
  await Promise.all([call(question, never), call(question, never), call(question, never)]);
  expect(clock.slept.length).toBeGreaterThan(0);
  expect(clock.now()).toBeGreaterThanOrEqual(2000);
});

describe("keys and addresses", () => {
  it("only variables with our prefix are read, and a missing one is said to be", () => {
    expect(() => callerOf({ apiKeyEnv: "DATABASE_URL" })).toThrow();
    expect(() => callerOf({ apiKeyEnv: "SPANBRIDGE_LLM_KEY" }, { env: {} })).toThrow(/no SPANBRIDGE_LLM_KEY/);
  });

  it.each([
    ["http://localhost:11434/v1", true],
    ["http://127.0.0.1:8000", true],
    ["http://[::1]:8000/v1", true],
    ["https://api.example.org/v1", false],
    ["http://127.0.0.1.example.org", false],
    ["http://localhost.example.org", false],
    ["http://10.0.0.8:8000", false],
  ])("%s is this machine: %s", (baseUrl, own) => {
    expect(isLoopback(baseUrl)).toBe(own);
    const check = () => requireAllowed({ baseUrl }, []);
    if (own) expect(check).not.toThrow();
    else expect(check).toThrow(/may not be sent/);
    expect(() => requireAllowed({ baseUrl }, [new URL(baseUrl).origin])).not.toThrow();
  });
});

it.each([
  [{ "retry-after": "3" }, 3000],
  [{ "Retry-After-Ms": "250", "retry-after": "3" }, 250],
  [{ "Retry-After": "Thu, 01 Jan 1970 00:00:10 GMT" }, 9000],
  [{ "retry-after": "soon" }, undefined],
  [{}, undefined],
])("waits as %j says", (headers, wait) => {
  expect(retryAfter(headers, 1000)).toBe(wait);
});

it("waits are bounded", () => {
  expect(waitBefore(30, undefined, 0.999)).toBeLessThan(90_001);
});

import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { noteAnswer, useConnection } from "./connection.ts";
import { failureOf, isTransient, TypedFailure } from "./failure.ts";

const answer = (appError: { code: string; userMessage: string } | null) =>
  TRPCClientError.from({
    error: { message: "for the log", code: -32_000, data: { code: "CONFLICT", httpStatus: 409, appError } },
  });
const unauthenticated = answer({ code: "unauthenticated", userMessage: "Please sign in first." });
const unreachable = TRPCClientError.from(new TypeError("Failed to fetch"));

describe("failureOf", () => {
  it("passes the server's own sentence", () => {
    expect(failureOf(answer({ code: "label_in_use", userMessage: '"LOC" is used.' }))).toEqual({
      code: "label_in_use",
      message: '"LOC" is used.',
    });
    const refused = { code: "too_large", message: "Too large." } as const;
    expect(failureOf(new TypedFailure(refused))).toBe(refused);
  });

  it("tells a server that does not answer from a bug of ours", () => {
    expect(failureOf(unreachable).code).toBe("offline");
    expect(failureOf(new TypeError("x is undefined")).code).toBe("bug");
    expect(failureOf(answer(null)).code).toBe("internal");
  });

  it("asks again only where it may help", () => {
    expect(isTransient(unreachable)).toBe(true);
    expect(isTransient(answer({ code: "unavailable", userMessage: "" }))).toBe(true);
    expect(isTransient(answer({ code: "forbidden", userMessage: "" }))).toBe(false);
    expect(isTransient(new Error("bug"))).toBe(false);
  });
});

it("knows the server and the session from the answers", () => {
  const states = [
    unauthenticated,
    undefined,
    unreachable,
    new Error("bug"),
    undefined,
    unauthenticated,
    undefined,
  ].map((error) => {
    noteAnswer(error);
    return useConnection.getState();
  });
  expect(states).toEqual([
    // Nobody was signed in yet: no session is lost.
    { reachable: true, signedIn: true },
    { reachable: true, signedIn: true },
    { reachable: false, signedIn: true },
    { reachable: false, signedIn: true },
    { reachable: true, signedIn: true },
    { reachable: true, signedIn: false },
    { reachable: true, signedIn: true },
  ]);
});

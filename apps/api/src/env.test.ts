import { homedir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { defaultDataDir, readEnv } from "./env.ts";

describe("readEnv", () => {
  test("has defaults for everything; empty variables count as not set", () => {
    const expected = {
      port: 4400,
      host: "127.0.0.1",
      dataDir: "/home/ana/.local/share/spanbridge",
      databaseUrl: undefined,
      workers: 4,
    };
    expect(readEnv({ HOME: "/home/ana" })).toEqual({ ok: true, value: expected });
    const empty = {
      HOME: "/home/ana",
      SPANBRIDGE_PORT: "",
      SPANBRIDGE_HOST: " ",
      SPANBRIDGE_DATA: "",
      DATABASE_URL: "",
    };
    expect(readEnv(empty)).toEqual({ ok: true, value: expected });
  });

  test("takes what is given; the data directory becomes absolute", () => {
    const given = {
      SPANBRIDGE_PORT: "0",
      SPANBRIDGE_HOST: "::1",
      SPANBRIDGE_URL: "https://spans.example.org/",
      SPANBRIDGE_DATA: "data",
      DATABASE_URL: "postgres://ana:p%40ss@db/spanbridge",
      SPANBRIDGE_WORKERS: "0",
    };
    expect(readEnv(given)).toEqual({
      ok: true,
      value: {
        port: 0,
        host: "::1",
        publicUrl: "https://spans.example.org",
        dataDir: path.resolve("data"),
        databaseUrl: given.DATABASE_URL,
        workers: 0,
      },
    });
  });

  test.each([
    ["SPANBRIDGE_PORT", "http"],
    ["SPANBRIDGE_PORT", "65536"],
    ["SPANBRIDGE_PORT", "-1"],
    ["SPANBRIDGE_HOST", "http://localhost"],
    ["SPANBRIDGE_URL", "spans.example.org"],
    ["SPANBRIDGE_URL", "https://example.org/spans"],
    ["SPANBRIDGE_WORKERS", "65"],
    ["DATABASE_URL", "mysql://db/spanbridge"],
    ["DATABASE_URL", "secret"],
  ])("says what is wrong with %s=%s, without the value", (name, value) => {
    const result = readEnv({ [name]: value });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "badSetting", userMessage: expect.stringContaining(name) },
    });
    expect(JSON.stringify(result)).not.toContain("secret");
  });
});

describe("defaultDataDir", () => {
  test.each([
    ["linux", {}, "/home/ana/.local/share/spanbridge"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/spanbridge"],
    ["linux", { XDG_DATA_HOME: "relative" }, "/home/ana/.local/share/spanbridge"],
    ["darwin", {}, "/home/ana/Library/Application Support/spanbridge"],
    ["win32", { APPDATA: "/roaming" }, "/roaming/spanbridge"],
  ] as const)("on %s with %j", (platform, variables, expected) => {
    expect(defaultDataDir({ HOME: "/home/ana", ...variables }, platform)).toBe(expected);
  });

  test("without HOME asks the system", () => {
    expect(defaultDataDir({}, "linux")).toBe(path.join(homedir(), ".local/share/spanbridge"));
  });
});

import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useEffect, useReducer, useRef } from "react";
import { v4 } from "uuid";
import { queryClient, trpc } from "../../app/trpc.ts";
import { joinFiles } from "./join-files.ts";
import { start, step } from "./machine.ts";
import type { Setup } from "./scan/messages.ts";
import { startScan } from "./scan/start-scan.ts";
import { type ImportOptions, runImport } from "./upload.ts";

/** Ties the state machine to the worker that reads the file and to the request that imports it. */
export function useImport(project: ProjectDetail) {
  const [state, dispatch] = useReducer(step, start);
  const running = useRef<AbortController | null>(null);
  const file = state.stage === "choose" || state.stage === "done" ? null : state.file;
  const setup = state.stage === "choose" || state.stage === "done" ? null : state.setup;
  const { slug, labels, allowOverlap, sourceLang } = project;
  // By value: the project is fetched again now and then, and equal labels are no reason to read the file again.
  const labelNames = labels.map(({ name }) => name).join("\n");

  useEffect(() => {
    if (!file || !setup) return;
    const names = labelNames === "" ? [] : labelNames.split("\n");
    const rules = { labels: names, allowOverlap, sourceLang, setup };
    return startScan(file, rules, (message) => dispatch({ kind: "scanned", message }));
  }, [file, setup, labelNames, allowOverlap, sourceLang]);

  useEffect(() => () => running.current?.abort(), []);

  const choose = async (files: readonly File[]) => {
    if (files.length < 2) return dispatch({ kind: "chosen", files });
    // A folder among them cannot be read.
    const joined = await joinFiles(files).catch(() => null);
    dispatch({ kind: "chosen", files: joined ? [joined] : files });
  };

  const begin = async (options: ImportOptions) => {
    if (!file || !setup || running.current) return;
    const importId = v4();
    const controller = new AbortController();
    running.current = controller;
    dispatch({ kind: "started", importId });
    await runImport({ ...options, setup, project: slug, file, importId }, controller.signal, dispatch);
    running.current = null;
    // The cards, the counts, the documents and the queue may all be others now.
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
  };

  return {
    state,
    choose: (files: readonly File[]) => void choose(files),
    setUp: (of: File, next: Setup) => dispatch({ kind: "set_up", file: of, setup: next }),
    again: () => dispatch({ kind: "again" }),
    begin: (options: ImportOptions) => void begin(options),
    cancel: () => {
      dispatch({ kind: "cancelling" });
      running.current?.abort();
    },
  };
}

const sessionKey = trpc.session.me.queryKey()[0];
const isSession = (queryKey: readonly unknown[]): boolean =>
  JSON.stringify(queryKey[0]) === JSON.stringify(sessionKey);

import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { useEffect, useReducer, useRef } from "react";
import { v4 } from "uuid";
import { queryClient, trpc } from "../../app/trpc.ts";
import { start, step } from "./machine.ts";
import { startScan } from "./scan/start-scan.ts";
import { type ImportOptions, runImport } from "./upload.ts";

/** Ties the state machine to the worker that reads the file and to the request that imports it. */
export function useImport(project: ProjectDetail) {
  const [state, dispatch] = useReducer(step, start);
  const running = useRef<AbortController | null>(null);
  const file = state.stage === "choose" || state.stage === "done" ? null : state.file;
  const { slug, labels, allowOverlap, sourceLang } = project;
  // By value: the project is fetched again now and then, and equal labels are no reason to read the file again.
  const labelNames = labels.map(({ name }) => name).join("\n");

  useEffect(() => {
    if (!file) return;
    const rules = { labels: labelNames === "" ? [] : labelNames.split("\n"), allowOverlap, sourceLang };
    return startScan(file, rules, (message) => dispatch({ kind: "scanned", message }));
  }, [file, labelNames, allowOverlap, sourceLang]);

  useEffect(() => () => running.current?.abort(), []);

  const begin = async (options: ImportOptions) => {
    if (!file || running.current) return;
    const importId = v4();
    const controller = new AbortController();
    running.current = controller;
    dispatch({ kind: "started", importId });
    await runImport({ ...options, project: slug, file, importId }, controller.signal, dispatch);
    running.current = null;
    // The cards, the counts, the documents and the queue may all be others now.
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
  };

  return {
    state,
    choose: (files: readonly File[]) => dispatch({ kind: "chosen", files }),
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

import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../../ui/button.tsx";
import type { ImportState } from "../machine.ts";
import { Formats } from "./formats.tsx";
import { problemText } from "./problem-text.ts";
import { useFileDrop } from "./use-file-drop.ts";

type ChooseFileProps = {
  readonly project: ProjectDetail;
  readonly problem: Extract<ImportState, { stage: "choose" }>["problem"];
  readonly onChoose: (files: readonly File[]) => void;
};

export function ChooseFile({ project, problem, onChoose }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const over = useFileDrop(onChoose);
  const told = problem && problemText(problem);
  return (
    <>
      {told && (
        <div role="alert" className="rounded-lg bg-bad-soft px-4 py-3">
          <p className="font-medium text-bad">{told.title}</p>
          <p className="text-sm">{told.advice}</p>
        </div>
      )}
      <section
        aria-label="Choose a file"
        className={clsx(
          "flex flex-col items-center rounded-xl border-2 border-dashed px-6 py-14 text-center transition-colors",
          over ? "border-accent bg-accent-soft" : "border-control/60 bg-surface",
        )}
      >
        <span className="mb-4 grid size-12 place-items-center rounded-xl bg-accent-soft text-accent-ink">
          <FileUp aria-hidden className="size-6" />
        </span>
        <p className="font-medium text-lg">Drop a file here</p>
        <p className="mt-1 mb-5 max-w-sm text-ink-muted">
          You see what is in it, and what is wrong with it, before anything is imported.
        </p>
        <Button variant="primary" size="lg" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={input}
          type="file"
          aria-label="File to import"
          tabIndex={-1}
          className="sr-only"
          accept=".jsonl,.ndjson,.json,.iob2,.iob,.conll,.txt"
          onChange={({ target }) => {
            onChoose([...(target.files ?? [])]);
            // The same file can be chosen again after it was put right.
            target.value = "";
          }}
        />
      </section>
      <Formats project={project} />
    </>
  );
}

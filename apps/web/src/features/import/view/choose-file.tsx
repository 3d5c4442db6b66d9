import { importCodecs } from "@spanbridge/formats";
import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../../ui/button.tsx";
import { t } from "../../../ui/i18n/t.ts";
import type { ImportState } from "../machine.ts";
import type { Setup } from "../scan/messages.ts";
import { FormatSelect } from "./format-select.tsx";
import { Formats } from "./formats.tsx";
import { problemText } from "./problem-text.ts";
import { useFileDrop } from "./use-file-drop.ts";

type ChooseFileProps = {
  readonly project: ProjectDetail;
  readonly problem: Extract<ImportState, { stage: "choose" }>["problem"];
  readonly onChoose: (files: readonly File[]) => void;
  readonly onSetUp: (file: File, setup: Setup) => void;
};

/** What the codecs read, packed or not, and texts that say nothing of themselves. */
const ACCEPT = [...new Set(importCodecs.flatMap(({ extensions }) => extensions)), ".txt", ".zip", ".gz"].join(
  ",",
);

export function ChooseFile({ project, problem, onChoose, onSetUp }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const over = useFileDrop(onChoose);
  const told = problem && problemText(problem);
  const unknown = problem?.unknown;
  return (
    <>
      {told && (
        <div role="alert" className="rounded-lg bg-bad-soft px-4 py-3">
          <p className="font-medium text-bad">{told.title}</p>
          <p className="text-sm">{told.advice}</p>
          {unknown && (
            <div className="mt-3 max-w-sm">
              <FormatSelect
                label={t("Read it as")}
                value={null}
                onChange={(format) => onSetUp(unknown, { format, options: {} })}
              />
            </div>
          )}
        </div>
      )}
      <section
        aria-label={t("Choose a file")}
        className={clsx(
          "flex flex-col items-center rounded-xl border-2 border-dashed px-6 py-14 text-center transition-colors",
          over ? "border-accent bg-accent-soft" : "border-control/60 bg-surface",
        )}
      >
        <span className="mb-4 grid size-12 place-items-center rounded-xl bg-accent-soft text-accent-ink">
          <FileUp aria-hidden className="size-6" />
        </span>
        <p className="font-medium text-lg">{t("Drop files here")}</p>
        <p className="mt-1 mb-5 max-w-sm text-ink-muted">
          {t(
            "You see what is in them, and what is wrong, before anything is imported. Two texts that are line by line translations of each other, or a text with its annotations, go together.",
          )}
        </p>
        <Button variant="primary" size="lg" onClick={() => input.current?.click()}>
          {t("Choose a file")}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          aria-label={t("File to import")}
          tabIndex={-1}
          className="sr-only"
          accept={ACCEPT}
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

import type { OptionValues, ProjectDetail } from "@spanbridge/shared/contracts";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { plural } from "../../../ui/format.ts";
import { t } from "../../../ui/i18n/t.ts";
import type { ImportState } from "../machine.ts";
import type { Setup } from "../scan/messages.ts";
import type { ImportOptions } from "../upload.ts";
import { Columns } from "./columns.tsx";
import { Diagnostics } from "./diagnostics.tsx";
import { FileHeader } from "./file-header.tsx";
import { Labels } from "./labels.tsx";
import { OptionsForm } from "./options-form.tsx";
import { Preview } from "./preview.tsx";
import { ReadingOptions } from "./reading-options.tsx";
import { useFileDrop } from "./use-file-drop.ts";

type CheckFileProps = {
  readonly project: ProjectDetail;
  readonly state: Extract<ImportState, { stage: "check" }>;
  readonly onChoose: (files: readonly File[]) => void;
  readonly onSetUp: (setup: Setup) => void;
  readonly onAgain: () => void;
  readonly onImport: (options: ImportOptions) => void;
};

export function CheckFile({ project, state, onChoose, onSetUp, onAgain, onImport }: CheckFileProps) {
  const { file, setup, format, table, scan, failure } = state;
  const [options, setOptions] = useState<ImportOptions>({ layer: "predictions", strict: false });
  useFileDrop(onChoose);

  const nothing = scan.done && scan.totals.good === 0;
  const refused = options.strict && scan.totals.bad > 0;
  const reading = scan.totals.rows === 0 && !scan.done;
  return (
    <>
      <FileHeader
        file={file}
        format={format}
        said={setup.format !== null}
        scan={scan}
        // The labels' map is the one thing that means the same in every format.
        onFormat={(id) => onSetUp({ format: id, options: pick(setup.options) })}
      />
      {table && (
        <Columns
          project={project}
          table={table}
          options={setup.options}
          onChange={(options) => onSetUp({ ...setup, options })}
        />
      )}
      <Labels
        project={project}
        found={scan.labels}
        options={setup.options}
        onChange={(options) => onSetUp({ ...setup, options })}
      />
      <Preview project={project} scan={scan} />
      <Diagnostics
        name={file.name}
        diagnostics={scan.diagnostics}
        total={scan.errors + scan.warnings}
        summary={`${plural(scan.errors, "error")} (rows left out), ${plural(scan.warnings, "warning")} (rows go in)`}
        reading={!scan.done}
        project={project.slug}
      />
      <ReadingOptions
        format={format.id}
        hasTable={table !== null}
        options={setup.options}
        onChange={(options) => onSetUp({ ...setup, options })}
      />
      <OptionsForm options={options} onChange={setOptions} />
      {failure && <FormError>{t("{{failure}} Nothing of the file was kept.", { failure })}</FormError>}
      {nothing && <FormError>{t("No row of this file can be imported. The list above says why.")}</FormError>}
      {refused && !nothing && (
        <FormError>
          {t("{{are}} bad, so nothing would go in. Put the file right, or let good rows in without them.", {
            are: plural(scan.totals.bad, "row is", "rows are"),
          })}
        </FormError>
      )}
      <div className="sticky bottom-0 -mx-4 flex justify-end gap-2 border-line border-t bg-page px-4 py-3 sm:-mx-6 sm:px-6">
        <Button variant="quiet" onClick={onAgain}>
          {t("Choose another file")}
        </Button>
        <Button variant="primary" disabled={nothing || refused || reading} onClick={() => onImport(options)}>
          {scan.done ? t("Import {{rows}}", { rows: plural(scan.totals.good, "row") }) : t("Import")}
        </Button>
      </div>
    </>
  );
}

const pick = ({ label_map }: OptionValues): OptionValues => (label_map === undefined ? {} : { label_map });

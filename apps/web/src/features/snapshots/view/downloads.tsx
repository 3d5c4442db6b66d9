import type { OptionValues, SnapshotDetail, SplitName } from "@spanbridge/shared/contracts";
import { Download, FileArchive } from "lucide-react";
import { useState } from "react";
import { buttonClass } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Section } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { formats, optionsOf } from "../../export/index.ts";
import { FormatOptions } from "../../formats/index.ts";
import { fileAddress } from "../address.ts";

type DownloadsProps = { readonly project: string; readonly snapshot: SnapshotDetail };

/** Files of the snapshot: the same bytes every time. */
export function Downloads({ project, snapshot: { name, manifest } }: DownloadsProps) {
  const [format, setFormat] = useState("pairs");
  const [values, setValues] = useState<OptionValues>({});
  const [split, setSplit] = useState<SplitName | "all">("all");
  const splits = manifest.files.flatMap((file) => (file.split ? [file.split] : []));
  const option = Object.entries(values).map(([key, value]) => `${key}=${value}`);
  const file = { format, option };
  const specs = optionsOf(format);
  const title = formats.find(({ value }) => value === format)?.name ?? format;
  return (
    <Section
      title={t("Download")}
      subtitle={t("The same bytes every time, whatever is edited later.")}
      className="flex flex-col gap-4 p-5"
    >
      <div className="flex flex-wrap items-end gap-4">
        <Field label={t("Format")} className="w-64">
          <Select
            value={format}
            options={formats.map(({ value, name: label }) => ({ value, label }))}
            onChange={(next) => {
              setFormat(next);
              setValues({});
            }}
          />
        </Field>
        {splits.length > 0 && (
          <Field label={t("Split")} className="w-40">
            <Select
              value={split}
              options={(["all", ...splits] as const).map((value) => ({ value, label: value }))}
              onChange={setSplit}
            />
          </Field>
        )}
        <a
          href={fileAddress(project, name, { ...file, ...(split === "all" ? {} : { split }) })}
          download
          className={buttonClass("primary")}
          aria-label={t("Download {{split}} as {{title}}", { split, title })}
        >
          <Download aria-hidden className="size-4" />
          {t("Download")}
        </a>
        <a href={fileAddress(project, name, { ...file, zip: "1" })} download className={buttonClass()}>
          <FileArchive aria-hidden className="size-4" />
          {t("Everything as an archive")}
        </a>
      </div>
      {specs.length > 0 && (
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <FormatOptions specs={specs} values={values} onChange={setValues} />
        </div>
      )}
    </Section>
  );
}

import type { SnapshotDetail, SplitName } from "@spanbridge/shared/contracts";
import { Download, FileArchive } from "lucide-react";
import { useState } from "react";
import { buttonClass } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { Select } from "../../../ui/select.tsx";
import { formats } from "../../export/index.ts";
import { fileAddress } from "../address.ts";

type DownloadsProps = { readonly project: string; readonly snapshot: SnapshotDetail };

/** Files of the snapshot: the same bytes every time. */
export function Downloads({ project, snapshot: { name, manifest } }: DownloadsProps) {
  const [format, setFormat] = useState("pairs");
  const [split, setSplit] = useState<SplitName | "all">("all");
  const splits = manifest.files.flatMap((file) => (file.split ? [file.split] : []));
  const title = formats.find(({ value }) => value === format)?.name ?? format;
  return (
    <Section
      title="Download"
      subtitle="The same bytes every time, whatever is edited later."
      className="flex flex-wrap items-end gap-4 p-5"
    >
      <Field label="Format" className="w-64">
        <Select
          value={format}
          options={formats.map(({ value, name: label }) => ({ value, label }))}
          onChange={setFormat}
        />
      </Field>
      {splits.length > 0 && (
        <Field label="Split" className="w-40">
          <Select
            value={split}
            options={(["all", ...splits] as const).map((value) => ({ value, label: value }))}
            onChange={setSplit}
          />
        </Field>
      )}
      <a
        href={fileAddress(project, name, { format, ...(split === "all" ? {} : { split }) })}
        download
        className={buttonClass("primary")}
        aria-label={`Download ${split} as ${title}`}
      >
        <Download aria-hidden className="size-4" />
        Download
      </a>
      <a href={fileAddress(project, name, { format, zip: "1" })} download className={buttonClass()}>
        <FileArchive aria-hidden className="size-4" />
        Everything as an archive
      </a>
    </Section>
  );
}

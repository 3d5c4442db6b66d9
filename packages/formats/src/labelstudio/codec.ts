import { archived } from "../archive/lines.ts";
import type { Codec, ParseOptions, SerialiseOptions, Serialiser } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { unitOf, unitOptions } from "../foreign/unit-option.ts";
import { defineOptions } from "../options/options.ts";
import { labelStudioConfig } from "./config.ts";
import { isMinimal, readMinimal } from "./minimal.ts";
import { readTask } from "./read.ts";
import type { WarnOnce } from "./warn.ts";
import { createTasks } from "./write.ts";

const exportOptions = defineOptions([
  {
    key: "package",
    title: "File",
    kind: "enum",
    choices: [
      { value: "archive", title: "ZIP with the tasks and the labelling configuration (XML)" },
      { value: "file", title: "Tasks alone (JSON)" },
    ],
    default: "archive",
  },
]);

export const labelStudioCodec = {
  id: "labelstudio",
  title: "Label Studio (JSON)",
  extensions: [".json"],
  mediaType: "application/json",
  summary: "Tasks of Label Studio with two texts: spans, links as relations, predictions and annotations.",
  offsets: "code points",
  lossless: false,
  cannotHold: ["absences", "rejections", "notes, flags", "tokens"],
  counted: null,
  importOptions: unitOptions,
  exportOptions,
  sniff: (head) => {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"annotation_id"\s*:/.test(head) && /"lead_time"\s*:/.test(head)) return 1;
    if (!/"data"\s*:\s*\{/.test(head)) return 0;
    return /"(?:annotations|predictions|completions)"\s*:/.test(head) ? 1 : 0.5;
  },
  createParser: (options: ParseOptions) => {
    const unit = unitOf(options.options);
    const warned = new Set<string>();
    const warnOnce: WarnOnce = (name, field, message, report) => {
      if (warned.has(name) || warned.size > 100) return;
      warned.add(name);
      report.warning(field, "column_ignored", message);
    };
    return jsonRowsParser(options, (row, report) =>
      isMinimal(row) ? readMinimal(row, unit, warnOnce, report) : readTask(row, unit, warnOnce, report),
    );
  },
  createSerialiser: (options: SerialiseOptions = {}): Serialiser => {
    const { tasks, labels } = createTasks(options);
    if (exportOptions.read(options.options).package === "file") return tasks;
    return archived(tasks, "tasks.json", () => [["labeling-config.xml", labelStudioConfig([...labels])]]);
  },
  output: (options) =>
    options.package === "file"
      ? { extension: ".json", mediaType: "application/json" }
      : { extension: ".zip", mediaType: "application/zip" },
} satisfies Codec;

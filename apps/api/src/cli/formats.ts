import { allCodecs, type Codec, type OptionSpec } from "@spanbridge/formats";
import { Command } from "commander";
import { listFormats } from "../formats/facts.ts";

export const formatsCommand = (): Command =>
  new Command("formats")
    .description("Lists the formats with their options.")
    .option("--json", "as JSON")
    .action(({ json }: { json?: true }) => {
      const text = json ? `${JSON.stringify(listFormats(), null, 2)}\n` : allCodecs.map(page).join("\n");
      process.stdout.write(text);
    });

function page(codec: Codec): string {
  const { id, title, summary, extensions, offsets, createParser, createSerialiser } = codec;
  const ways = [createParser && "import", createSerialiser && "export"].filter(Boolean).join(" and ");
  const lines = [`${id}: ${title} (${extensions.join(", ")}; ${ways}; offsets: ${offsets})`, `  ${summary}`];
  if (createParser) lines.push(...codec.importOptions.specs.flatMap((spec) => option("import", spec)));
  if (createSerialiser) lines.push(...codec.exportOptions.specs.flatMap((spec) => option("export", spec)));
  return `${lines.join("\n")}\n`;
}

function option(way: "import" | "export", spec: OptionSpec): string[] {
  const values = spec.kind === "enum" ? spec.choices.map(({ value }) => value).join("|") : spec.kind;
  const preset = String(spec.default) === "" ? "" : `, else ${spec.default}`;
  return [`  ${way} ${spec.key}=<${values}>: ${spec.title}${preset}${spec.hint ? `. ${spec.hint}` : ""}`];
}

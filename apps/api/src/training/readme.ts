import type { TrainingCounts, TrainingOptions } from "@spanbridge/shared/contracts";
import type { TrainingSource } from "./source.ts";
import { ENCODING } from "./tokens.ts";

/** What lies in the archive and what was left out of it, for whoever unpacks it. */
export function readme(source: TrainingSource, options: TrainingOptions, report: TrainingCounts): string {
  const { counts, skipped, heldBack, notAccepted } = report;
  return [
    `# Training data of "${source.snapshot ?? source.project.slug}"`,
    "",
    source.snapshot === null
      ? `Shape \`${options.shape}\`, made by Spanbridge from a selection of the project as it was; ${source.description.name} has it. No text that a snapshot of the project holds out is in \`train.jsonl\`.`
      : `Shape \`${options.shape}\`, made by Spanbridge from a snapshot that never changes; ${source.description.name} describes it.`,
    "`train.jsonl` is to train on. `dev.jsonl`, where there is one, is the development split, to evaluate on while training. Test data is in no file.",
    "",
    "| file | stage | examples | tokens | longest |",
    "| --- | --- | ---: | ---: | ---: |",
    ...counts.map(
      ({ part, stage, examples, tokens, longest }) =>
        `| ${part}.jsonl | ${stage} | ${examples} | ${tokens} | ${longest} |`,
    ),
    "",
    `Tokens are counted in \`${ENCODING}\`; for a model with another tokenizer they are an estimate.`,
    "",
    "Left out:",
    "",
    `- ${heldBack} segments that are held out for tests or in no split`,
    `- ${notAccepted} segments that nobody has accepted`,
    ...skipped.map(({ stage, reason, count }) => `- ${stage}, ${count} times: ${reason}`),
    "",
    "`sha256sum --check SHA256SUMS` checks the files.",
    "",
  ].join("\n");
}

import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { evaluateCommand } from "./evaluate.ts";
import { exportCommand } from "./export.ts";
import { finetuneCommand } from "./finetune.ts";
import { formatsCommand } from "./formats.ts";
import { importCommand } from "./import.ts";
import { linkCommand } from "./link.ts";
import { projectCommand } from "./project.ts";
import { projectsCommand } from "./projects.ts";
import { runCommand } from "./run.ts";
import { snapshotCommand } from "./snapshot.ts";
import { trainingCommand } from "./training.ts";
import { wikipediaCommand } from "./wikipedia.ts";
import { workerCommand } from "./worker.ts";

// Exit codes: 0 done, 1 refused or failed, 2 not understood.
const program = new Command("spanbridge")
  .description(
    "Import, export, access and projection. Works whether or not the server of the installation is running.",
  )
  .version(version)
  .exitOverride()
  .addCommand(importCommand().exitOverride())
  .addCommand(exportCommand().exitOverride())
  .addCommand(projectCommand().exitOverride())
  .addCommand(evaluateCommand().exitOverride())
  .addCommand(trainingCommand().exitOverride())
  .addCommand(finetuneCommand().exitOverride())
  .addCommand(snapshotCommand().exitOverride())
  .addCommand(projectsCommand().exitOverride())
  .addCommand(runCommand().exitOverride())
  .addCommand(workerCommand().exitOverride())
  .addCommand(wikipediaCommand().exitOverride())
  .addCommand(formatsCommand().exitOverride())
  .addCommand(linkCommand().exitOverride());

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Asking for help is no error; commander has printed everything already.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}

import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { linkCommand } from "./link.ts";
import { projectsCommand } from "./projects.ts";

// Exit codes: 0 done, 1 refused or failed, 2 not understood.
const program = new Command("spanbridge")
  .description(
    "Import, export and access for a Spanbridge installation. Works whether or not its server is running.",
  )
  .version(version)
  .exitOverride()
  .addCommand(importCommand().exitOverride())
  .addCommand(exportCommand().exitOverride())
  .addCommand(projectsCommand().exitOverride())
  .addCommand(linkCommand().exitOverride());

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Asking for help is no error; commander has printed everything already.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}

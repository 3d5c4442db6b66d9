import { Command } from "commander";
import { compareCommand } from "./snapshot-compare.ts";
import { createCommand } from "./snapshot-create.ts";
import { exportSnapshotCommand } from "./snapshot-export.ts";
import { listCommand, showCommand } from "./snapshot-show.ts";

export const snapshotCommand = (): Command =>
  new Command("snapshot")
    .description("Frozen selections of a project: datasets that never change.")
    .addCommand(createCommand().exitOverride())
    .addCommand(listCommand().exitOverride())
    .addCommand(showCommand().exitOverride())
    .addCommand(exportSnapshotCommand().exitOverride())
    .addCommand(compareCommand().exitOverride());

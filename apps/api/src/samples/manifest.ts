import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { languageSchema, slugSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import type { Source } from "../import/read.ts";

const root = path.resolve(import.meta.dirname, "../../../../samples");
const fileName = z.string().regex(/^[\w.-]+$/);

const manifestSchema = z.array(
  z.object({
    /** Also the address of the project made from it. */
    id: slugSchema,
    title: z.string(),
    sourceLang: languageSchema,
    segments: z.int(),
    description: z.string(),
    source: z.string(),
    licence: z.string(),
    files: z.object({ predictions: fileName, gold: fileName.optional() }),
  }),
);
export type SampleEntry = z.infer<typeof manifestSchema>[number];

/** What samples/manifest.json offers. */
export async function readManifest(): Promise<readonly SampleEntry[]> {
  return manifestSchema.parse(JSON.parse(await readFile(path.join(root, "manifest.json"), "utf8")));
}

export const sampleFile = (name: string): Source => ({
  name,
  bytes: createReadStream(path.join(root, name)),
});

import { z } from "zod";
import { labelNameSchema } from "../annotation/span.ts";
import { storableText } from "../text/storable.ts";
import { projectRefSchema, slugSchema } from "./project.ts";
import { segmentNumberSchema } from "./review.ts";

export const memoryOrigins = ["review", "import", "person", "wikipedia"] as const;
/** `review`: learnt from accepted segments; `import`: from a file; `person`: written or changed by hand; `wikipedia`: found there. */
export type MemoryOrigin = (typeof memoryOrigins)[number];

const nameSchema = storableText(500).trim().min(1, "A name cannot be empty.");

export const memoryEntrySchema = z.object({
  id: z.uuid(),
  pivot: z.string(),
  source: z.string(),
  /** Empty where none is known. */
  label: z.string(),
  origin: z.enum(memoryOrigins),
  /** Address of the article it was found in; empty where there is none. */
  reference: z.string(),
  /** Accepted segments in which this pair stands. */
  uses: z.int(),
  updatedAt: z.iso.datetime(),
});
export type MemoryEntry = z.infer<typeof memoryEntrySchema>;

export const memoryOrders = ["uses", "pivot", "source", "newest"] as const;

export const listMemorySchema = projectRefSchema.extend({
  text: z.string().max(200).default(""),
  label: z.string().max(60).optional(),
  /** Only English names that memory has under more than one label or more than one source name. */
  ambiguous: z.boolean().default(false),
  order: z.enum(memoryOrders).default("uses"),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(500).default(100),
});
export const listMemoryResultSchema = z.object({ total: z.int(), entries: z.array(memoryEntrySchema) });

/** Without an id a new entry; one that says the same as another is merged with it. */
export const putMemorySchema = projectRefSchema.extend({
  id: z.uuid().optional(),
  pivot: nameSchema,
  source: nameSchema,
  label: z.union([labelNameSchema, z.literal("")]),
});

export const removeMemorySchema = projectRefSchema.extend({ ids: z.array(z.uuid()).min(1).max(1000) });

/** All become `into`: their uses count for it. */
export const mergeMemorySchema = projectRefSchema.extend({
  into: z.uuid(),
  ids: z.array(z.uuid()).min(1).max(100),
});

export const memoryUsesSchema = projectRefSchema.extend({ id: z.uuid() });
export const memoryUseSchema = z.object({
  number: segmentNumberSchema,
  externalId: z.string(),
  preview: z.string(),
});
export type MemoryUse = z.infer<typeof memoryUseSchema>;

/** Lines of `english TAB source [TAB label]`; a first line that names the columns is skipped. */
export const importMemorySchema = z.object({ project: slugSchema, tsv: z.string().max(20_000_000) });
export const importMemoryResultSchema = z.object({
  added: z.int(),
  known: z.int(),
  /** Lines that could not be read, with the reason. */
  problems: z.array(z.object({ line: z.int(), message: z.string() })),
});

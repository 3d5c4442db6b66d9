import { z } from "zod";

/** Longest life of an API key that expires at all, in days. */
export const MAX_KEY_DAYS = 3650;

export const createApiKeySchema = z.object({
  /** What it is for; only its owner sees it. */
  name: z.string().trim().min(1, "Say what the key is for.").max(80),
  /** Days until it expires; null: never. */
  days: z.int().min(1).max(MAX_KEY_DAYS).nullable(),
});

/** A key as it is listed. What opens doors is in none of these fields. */
export const apiKeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** How the key begins. */
  prefix: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  expired: z.boolean(),
  /** To the minute; null where it was never used. */
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** `key` is told this once and cannot be asked for again. */
export const createdApiKeySchema = apiKeySchema.extend({ key: z.string() });
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;

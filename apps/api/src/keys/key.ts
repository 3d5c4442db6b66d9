import type { ApiKey } from "@spanbridge/shared/contracts";
import { newToken } from "../auth/token.ts";
import type { KeyRow } from "../db/api-keys.ts";

/** Tells people, and programs that look for leaked secrets, whose key it is. */
const MARK = "sb_";
/** Characters shown of a key, with the mark: 32 of its 256 random bits. */
const SHOWN = MARK.length + 8;

export const newKey = (): string => `${MARK}${newToken()}`;

export const prefixOf = (key: string): string => key.slice(0, SHOWN);

export const isKeyShaped = (text: string): boolean => /^sb_[0-9a-f]{64}$/.test(text);

export const isExpired = ({ expiresAt }: Pick<KeyRow, "expiresAt">, now: Date): boolean =>
  expiresAt !== null && expiresAt <= now;

export const toApiKey = (row: KeyRow, now: Date): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  expired: isExpired(row, now),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

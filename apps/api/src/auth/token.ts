import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, in characters that a terminal selects with a double click. */
export const newToken = (): string => randomBytes(32).toString("hex");

/**
 * What is stored of a token. It is looked up by this hash: how long that takes says nothing about the token, and who
 * reads the table learns none.
 */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Database } from "./open.ts";

/** Where better-auth keeps people and sessions. */
export const authAdapter = ({ prisma }: Database) => prismaAdapter(prisma, { provider: "postgresql" });

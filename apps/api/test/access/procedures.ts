import type { Caller, World } from "../helpers/world.ts";

export type Who = "nobody" | "outsider" | "annotator" | "manager" | "owner";
export const everybody: readonly Who[] = ["nobody", "outsider", "annotator", "manager", "owner"];
export const signedIn: readonly Who[] = ["outsider", "annotator", "manager", "owner"];
export const members: readonly Who[] = ["annotator", "manager", "owner"];
export const managers: readonly Who[] = ["manager", "owner"];

/** Procedures with who may call them; the others get `FORBIDDEN`, or `NOT_FOUND` where they may not even know. */
export type Procedures = Record<
  string,
  { readonly may: readonly Who[]; readonly call: (caller: Caller) => unknown }
>;

/** A project that calls may change as they like. */
export const scratch = "scratch";

/** The owner prepares what a call needs, so that only the call itself can be refused. */
export const ownerOf = (world: () => World): Caller => world().as(world().owner);

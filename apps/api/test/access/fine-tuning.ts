import type { World } from "../helpers/world.ts";
import { managers, ownerOf, type Procedures, scratch } from "./procedures.ts";

const plan = { split: { by: "none" as const } };
/** Nobody listens there, and nobody works on it. */
const settings = { baseUrl: "http://127.0.0.1:9/v1", baseModel: "base" };

export function fineTuningProcedures(world: () => World): Procedures {
  let made = 0;
  const snapshot = async () =>
    (await ownerOf(world).snapshots.create({ project: scratch, name: `tuned${++made}`, plan })).name;
  const input = async () => ({ project: scratch, snapshot: await snapshot(), settings });
  const fresh = async () => ({
    project: scratch,
    fineTuning: (await ownerOf(world).fineTuning.start(await input())).id,
  });
  const cancelled = async () => {
    const ref = await fresh();
    await ownerOf(world).fineTuning.cancel(ref);
    return ref;
  };
  return {
    "fineTuning.list": { may: managers, call: (caller) => caller.fineTuning.list({ project: scratch }) },
    "fineTuning.get": { may: managers, call: async (caller) => caller.fineTuning.get(await fresh()) },
    "fineTuning.start": { may: managers, call: async (caller) => caller.fineTuning.start(await input()) },
    "fineTuning.cancel": { may: managers, call: async (caller) => caller.fineTuning.cancel(await fresh()) },
    "fineTuning.retry": { may: managers, call: async (caller) => caller.fineTuning.retry(await cancelled()) },
  };
}

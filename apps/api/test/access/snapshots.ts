import type { World } from "../helpers/world.ts";
import { managers, members, ownerOf, type Procedures, scratch } from "./procedures.ts";

const plan = { split: { by: "none" as const } };

/** Snapshots and what is made of them. */
export function snapshotProcedures(world: () => World): Procedures {
  let made = 0;
  const input = () => ({ project: scratch, name: `v${++made}`, plan });
  const fresh = async () => (await ownerOf(world).snapshots.create(input())).name;
  const ref = async () => ({ project: scratch, snapshot: await fresh() });
  return {
    "snapshots.list": { may: members, call: (caller) => caller.snapshots.list({ project: scratch }) },
    "snapshots.get": { may: members, call: async (caller) => caller.snapshots.get(await ref()) },
    "snapshots.preview": {
      may: members,
      call: (caller) => caller.snapshots.preview({ project: scratch, plan }),
    },
    "snapshots.compare": {
      may: members,
      call: async (caller) =>
        caller.snapshots.compare({ project: scratch, before: await fresh(), after: await fresh() }),
    },
    "snapshots.create": { may: managers, call: (caller) => caller.snapshots.create(input()) },
    "snapshots.remove": {
      may: managers,
      call: async (caller) => {
        const { project, snapshot } = await ref();
        return caller.snapshots.remove({ project, snapshot, confirmName: snapshot });
      },
    },
    "training.preview": {
      may: members,
      call: async (caller) =>
        caller.training.preview({ ...(await ref()), options: { shape: "sft-openai", acceptedOnly: false } }),
    },
  };
}

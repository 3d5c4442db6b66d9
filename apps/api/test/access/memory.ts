import type { World } from "../helpers/world.ts";
import { managers, members, ownerOf, type Procedures, scratch } from "./procedures.ts";

export function memoryProcedures(world: () => World): Procedures {
  let made = 0;
  const pair = () => ({ project: scratch, pivot: `Name ${++made}`, source: `名${made}`, label: "PER" });
  const fresh = async () => (await ownerOf(world).memory.put(pair())).id;
  return {
    "memory.list": { may: members, call: (caller) => caller.memory.list({ project: scratch }) },
    "memory.uses": {
      may: members,
      call: async (caller) => caller.memory.uses({ project: scratch, id: await fresh() }),
    },
    "memory.export": { may: members, call: (caller) => caller.memory.export({ project: scratch }) },
    "memory.put": { may: members, call: (caller) => caller.memory.put(pair()) },
    "memory.remove": {
      may: managers,
      call: async (caller) => caller.memory.remove({ project: scratch, ids: [await fresh()] }),
    },
    "memory.merge": {
      may: managers,
      call: async (caller) =>
        caller.memory.merge({ project: scratch, into: await fresh(), ids: [await fresh()] }),
    },
    "memory.import": {
      may: managers,
      call: (caller) => caller.memory.import({ project: scratch, tsv: "Beijing\t北京\tLOC\n" }),
    },
  };
}

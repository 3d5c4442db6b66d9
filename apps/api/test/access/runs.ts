import type { World } from "../helpers/world.ts";
import { managers, members, ownerOf, type Procedures, scratch, signedIn } from "./procedures.ts";

const offline = {
  project: scratch,
  config: { engine: "offline" as const },
  selection: { states: [] },
};

export function runProcedures(world: () => World): Procedures {
  /** A new run in which nobody works; as it would be called with. */
  const fresh = async () => ({ project: scratch, run: (await ownerOf(world).runs.start(offline)).id });
  const paused = async () => {
    const ref = await fresh();
    await ownerOf(world).runs.pause(ref);
    return ref;
  };
  const compared = async () => {
    const { layer } = await ownerOf(world).runs.start(offline);
    return { project: scratch, a: "predictions", b: layer };
  };
  return {
    "runs.list": { may: members, call: (caller) => caller.runs.list({ project: scratch }) },
    "runs.get": { may: members, call: async (caller) => caller.runs.get(await fresh()) },
    "runs.segments": { may: members, call: async (caller) => caller.runs.segments(await fresh()) },
    "runs.trace": {
      may: members,
      call: async (caller) => caller.runs.trace({ ...(await fresh()), number: 1 }),
    },
    "runs.estimate": { may: managers, call: (caller) => caller.runs.estimate(offline) },
    "runs.start": { may: managers, call: (caller) => caller.runs.start(offline) },
    "runs.pause": { may: managers, call: async (caller) => caller.runs.pause(await fresh()) },
    "runs.resume": { may: managers, call: async (caller) => caller.runs.resume(await paused()) },
    "runs.cancel": { may: managers, call: async (caller) => caller.runs.cancel(await fresh()) },
    "runs.show": { may: managers, call: async (caller) => caller.runs.show(await fresh()) },
    "runs.rerun": {
      may: managers,
      call: async (caller) => caller.runs.rerun({ ...(await fresh()), number: 1, from: "locate" }),
    },
    "runs.learning": { may: members, call: (caller) => caller.runs.learning({ project: scratch }) },
    "runs.compare": { may: members, call: async (caller) => caller.runs.compare(await compared()) },
    "runs.openComparison": {
      may: members,
      call: async (caller) =>
        caller.runs.openComparison({
          ...(await compared()),
          drill: { kind: "segments", of: "different" },
        }),
    },
    "runs.hosts": { may: signedIn, call: (caller) => caller.runs.hosts() },
    "runs.setHosts": {
      may: ["owner"],
      call: (caller) => caller.runs.setHosts({ origins: ["https://llm.example.org"] }),
    },
  };
}

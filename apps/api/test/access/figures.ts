import type { World } from "../helpers/world.ts";
import { members, ownerOf, type Procedures, scratch, signedIn } from "./procedures.ts";

const options = {
  gold: "review",
  predicted: "predictions",
  filter: { states: ["pending" as const] },
  samples: 100,
};
const figure = {
  project: scratch,
  options,
  drill: { kind: "outcome" as const, outcome: "correct" as const },
};

/** Evaluations, the lists behind their figures, and exports. */
export function figureProcedures(world: () => World): Procedures {
  return {
    "evaluation.run": {
      may: members,
      call: (caller) => caller.evaluation.run({ project: scratch, options }),
    },
    // Answers about one's own evaluations alone.
    "evaluation.progress": {
      may: signedIn,
      call: (caller) => caller.evaluation.progress({ evaluationId: "019a5e1e-0000-7000-8000-000000000000" }),
    },
    "evaluation.open": { may: members, call: (caller) => caller.evaluation.open(figure) },
    "lists.get": {
      may: members,
      call: async (caller) => {
        const { id } = await ownerOf(world).evaluation.open(figure);
        return caller.lists.get({ project: scratch, list: id });
      },
    },
    "exports.preview": {
      may: members,
      call: (caller) => caller.exports.preview({ project: scratch, options: { format: "pairs" } }),
    },
    "exports.history": { may: members, call: (caller) => caller.exports.history({ project: scratch }) },
  };
}

import type { World } from "../helpers/world.ts";
import { managers, members, ownerOf, type Procedures, scratch, signedIn } from "./procedures.ts";

const source = "entities" as const;

export function wikipediaProcedures(world: () => World): Procedures {
  const settings = { apiBase: "http://127.0.0.1:9/{lang}/w/api.php", contact: "", allowed: true };
  /** A new search in which nobody works; as it would be called with. */
  const fresh = async () => {
    const owner = ownerOf(world);
    await owner.wikipedia.setSettings(settings);
    return { project: scratch, build: (await owner.wikipedia.start({ project: scratch, source })).id };
  };
  const cancelled = async () => {
    const ref = await fresh();
    await ownerOf(world).wikipedia.cancel(ref);
    return ref;
  };
  const found = async () => {
    const ref = await fresh();
    const pair = {
      english: "Berlin",
      label: "LOC",
      target: "柏林",
      name: "柏林",
      text: "柏林是首都。",
      start: 0,
      end: 2,
      steps: [],
      language: "zh",
      englishTitle: "Berlin",
      title: "柏林",
      pageId: 1,
      revision: 2,
      url: "",
      licence: "CC BY-SA 4.0",
    };
    await world().db.pool.query(
      "UPDATE wikipedia_name SET state = 'accepted', pair = $2 WHERE build_id = $1",
      [ref.build, JSON.stringify(pair)],
    );
    return ref;
  };
  return {
    "wikipedia.settings": { may: signedIn, call: (caller) => caller.wikipedia.settings() },
    "wikipedia.setSettings": { may: ["owner"], call: (caller) => caller.wikipedia.setSettings(settings) },
    "wikipedia.preview": {
      may: managers,
      call: (caller) => caller.wikipedia.preview({ project: scratch, source }),
    },
    "wikipedia.start": {
      may: managers,
      call: async (caller) => {
        await ownerOf(world).wikipedia.setSettings(settings);
        return caller.wikipedia.start({ project: scratch, source });
      },
    },
    "wikipedia.list": { may: members, call: (caller) => caller.wikipedia.list({ project: scratch }) },
    "wikipedia.outcomes": {
      may: members,
      call: async (caller) => caller.wikipedia.outcomes({ ...(await fresh()), only: "accepted" }),
    },
    "wikipedia.cancel": { may: managers, call: async (caller) => caller.wikipedia.cancel(await fresh()) },
    "wikipedia.resume": { may: managers, call: async (caller) => caller.wikipedia.resume(await cancelled()) },
    "wikipedia.add": { may: managers, call: async (caller) => caller.wikipedia.add(await found()) },
    "wikipedia.takeBack": { may: managers, call: async (caller) => caller.wikipedia.takeBack(await fresh()) },
  };
}

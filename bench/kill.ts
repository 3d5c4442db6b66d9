// Kills the server, and at times its PostgreSQL, at random moments while two people edit at full speed, and holds the
// event log against what they were told. `node bench/kill.ts --kills 500 --seed 1`
import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Annotation } from "@spanbridge/shared";
import { type Api, connect, redeem, signIn } from "../e2e/support/api.ts";
import { freePort, removeData, temporaryData } from "../e2e/support/server.ts";
import { Editor } from "./kill/editor.ts";
import { Ledger } from "./kill/ledger.ts";
import { verifySegment } from "./kill/verify.ts";
import { Victim } from "./kill/victim.ts";
import { duration, percentile, table } from "./support/figures.ts";
import { pairsLines } from "./support/generate.ts";
import { type Random, random } from "./support/random.ts";

const PROJECT = "kill";
/** Few, so that the two people meet all the time. */
const SEGMENTS = 6;
/** Kills between two looks at the log. */
const ROUND = 20;

type Outcome = { readonly markdown: string; readonly problems: readonly string[] };

export async function killBenchmark(kills: number, seed: number): Promise<Outcome> {
  const dice = random(seed);
  const problems: string[] = [];
  const firstStarts = Math.max(1, Math.round(kills / 10));
  const first = await killFirstStarts(firstStarts, dice, problems);
  const data = await temporaryData();
  const victim = new Victim(data, await freePort());
  try {
    const { link } = await victim.start();
    const ann = await signIn(link);
    await ann.createProject({ name: PROJECT, slug: PROJECT, sourceLang: "zh" });
    await ann.importFile(PROJECT, [...pairsLines(dice, SEGMENTS)].join(""), { name: "kill.jsonl" });
    const invitation = await ann.invite(PROJECT, "Ben");
    const ben = connect(victim.origin, await redeem(`${victim.origin}${invitation.path}`));
    const imported = new Map<number, Annotation>();
    for (let number = 1; number <= SEGMENTS; number++) {
      imported.set(number, (await ann.open(PROJECT, number)).annotation);
    }
    const ledger = new Ledger();
    const people = await Promise.all([ann, ben].map((api) => person(api, dice, ledger)));
    const done = { server: 0, database: 0, both: 0, start: 0 };
    let events = 0;
    for (let left = kills - firstStarts; left > 0 && problems.length === 0; ) {
      const round = Math.min(ROUND, left);
      const working = Promise.all(people.map((editor) => editor.run()));
      for (let count = 0; count < round; count++) await killOnce(victim, dice, done);
      for (const editor of people) editor.stop();
      await working;
      events = 0;
      for (const [number, annotation] of imported) {
        const verified = await verifySegment(ann, PROJECT, number, annotation, ledger);
        events += verified.events;
        problems.push(...verified.problems);
      }
      left -= round;
      process.stderr.write(`${kills - left} of ${kills} kills, ${events} events in the log\n`);
    }
    await victim.stop();
    return {
      markdown: report({ kills, seed, first, done, events, victim, ledger, people, problems }),
      problems,
    };
  } finally {
    await victim.destroy();
    await removeData(data);
  }
}

async function person(api: Api, dice: Random, ledger: Ledger): Promise<Editor> {
  const { id } = await api.me();
  const own = random(dice.below(2 ** 31));
  return new Editor({ api, project: PROJECT, segments: SEGMENTS, user: id, random: own, ledger });
}

type Kinds = { server: number; database: number; both: number; start: number };

async function killOnce(victim: Victim, dice: Random, done: Kinds): Promise<void> {
  // Often right after a start, when caches are cold and recovery has just ended.
  await delay(dice.next() < 0.3 ? dice.below(40) : dice.below(600));
  const kind = dice.below(100);
  if (kind < 15) {
    done.database++;
    return victim.killDatabase();
  }
  await victim.killServer();
  if (kind < 30) {
    done.both++;
    await victim.killStart(0, true);
  } else if (kind < 40) {
    done.start++;
    await victim.killStart(dice.below(1200), dice.next() < 0.5);
  } else {
    done.server++;
  }
  await victim.start();
}

/** Kills the making of a new installation at random moments; after that it must start. */
async function killFirstStarts(count: number, dice: Random, problems: string[]): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const data = await temporaryData();
    // A directory that is not there yet is the usual first start.
    await rm(data, { recursive: true });
    const victim = new Victim(data, await freePort());
    try {
      for (let again = 1 + dice.below(2); again > 0; again--) {
        await victim.killStart(dice.below(3000), dice.next() < 0.3);
      }
      const { link } = await victim.start();
      if (link) await signIn(link);
      else problems.push("a first start after a kill printed no link");
      times.push(...victim.starts);
      await victim.stop();
    } catch (error) {
      problems.push(`first start ${index}: ${error instanceof Error ? error.message : error}`);
    } finally {
      await victim.destroy();
      await removeData(data);
    }
  }
  process.stderr.write(`${count} first starts killed\n`);
  return times;
}

type Figures = {
  readonly kills: number;
  readonly seed: number;
  readonly first: readonly number[];
  readonly done: Kinds;
  readonly events: number;
  readonly victim: Victim;
  readonly ledger: Ledger;
  readonly people: readonly Editor[];
  readonly problems: readonly string[];
};

function report({ kills, seed, first, done, events, victim, ledger, people, problems }: Figures): string {
  const sum = (of: (editor: Editor) => number): number => people.reduce((total, one) => total + of(one), 0);
  const times = (values: readonly number[]): string =>
    values.length === 0
      ? "none"
      : `${duration(percentile(values, 0.5))} median, ${duration(Math.max(...values))} at most`;
  return [
    table(
      ["what", "figure"],
      [
        ["kills (seed)", `${kills} (${seed})`],
        ["… of the server while two people edit", done.server],
        [
          "… of PostgreSQL under the running server",
          `${done.database}, went on by itself ${victim.recoveries} times`,
        ],
        ["… of both", done.both],
        ["… of a start after a kill", done.start],
        ["… of a first start (new data directory)", first.length],
        ["starts on the same data", `${victim.starts.length}, ${times(victim.starts)}`],
        ["starts after a killed first start", `${first.length}, ${times(first)}`],
        ["transactions acknowledged", ledger.count("acknowledged")],
        ["given up by a client as conflicts", ledger.count("given up")],
        ["rebases, outages met by the clients", `${sum((one) => one.rebases)}, ${sum((one) => one.outages)}`],
        ["transactions in the log at the end", events],
        ["**acknowledged and lost, or otherwise wrong**", `**${problems.length}**`],
      ],
    ),
    ...problems.map((problem) => `- ${problem}`),
  ].join("\n");
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { kills: { type: "string", default: "20" }, seed: { type: "string", default: "1" } },
  });
  const { markdown, problems } = await killBenchmark(Number(values.kills), Number(values.seed));
  console.log(markdown);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

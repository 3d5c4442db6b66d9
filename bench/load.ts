// Many annotators at once against the real server: each takes the next open segment, makes three corrections, accepts.
// `node bench/load.ts --annotators 100 --segments 20`
import { parseArgs } from "node:util";
import { type Annotation, applyAll, commands, type Edit, type EditPolicy } from "@spanbridge/shared";
import { type Api, connect, redeem, signIn } from "../e2e/support/api.ts";
import { removeData, startServer, temporaryData } from "../e2e/support/server.ts";
import { LABELS, randomEdits, transactionOf } from "./support/acts.ts";
import { duration, percentile, table } from "./support/figures.ts";
import { pairsLine } from "./support/generate.ts";
import { type Random, random } from "./support/random.ts";

const PROJECT = "load";
/** One-time links may be opened 30 times a minute from one address; annotators beyond that share a session. */
const SESSIONS = 20;
const policy: EditPolicy = { labels: new Set(LABELS), allowOverlap: true };

const steps = ["next segment", "open", "edit", "accept"] as const;
type Step = (typeof steps)[number];
type Times = Record<Step, number[]>;

export async function loadBenchmark(annotators: number, segments: number): Promise<string> {
  const data = await temporaryData();
  const server = await startServer({ data });
  try {
    const owner = await signIn(server.link);
    await owner.createProject({ name: PROJECT, slug: PROJECT, sourceLang: "zh" });
    const dice = random(1);
    const lines = Array.from({ length: annotators * segments }, (_, index) =>
      pairsLine(dice, index, documentOf(Math.floor(index / segments))),
    );
    await owner.importFile(PROJECT, lines.join(""), { name: "load.jsonl" });
    const sessions: Api[] = [owner];
    while (sessions.length < Math.min(SESSIONS, annotators)) {
      const { path } = await owner.invite(PROJECT, `Annotator ${sessions.length}`);
      sessions.push(connect(server.origin, await redeem(`${server.origin}${path}`)));
    }
    const users = await Promise.all(sessions.map((api) => api.me()));
    const times: Times = { "next segment": [], open: [], edit: [], accept: [] };
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: annotators }, (_, index) => {
        const api = sessions[index % sessions.length] ?? owner;
        const user = users[index % sessions.length]?.id ?? "";
        const first = 1 + index * segments;
        return annotate(
          { api, user, first, segments, random: random(index), document: documentOf(index) },
          times,
        );
      }),
    );
    const elapsed = performance.now() - begun;
    const all = steps.flatMap((step) => times[step]);
    const row = (name: string, values: readonly number[]) => [
      name,
      values.length,
      duration(percentile(values, 0.5)),
      duration(percentile(values, 0.99)),
    ];
    return [
      `${annotators} annotators, ${segments} segments each: **${Math.round((all.length / elapsed) * 1000)} requests a second**, ` +
        `${Math.round(((annotators * segments) / elapsed) * 1000)} segments a second.`,
      "",
      table(
        ["request", "count", "p50", "p99"],
        [...steps.map((step) => row(step, times[step])), row("all", all)],
      ),
    ].join("\n");
  } finally {
    await server.stop();
    await removeData(data);
  }
}

const documentOf = (annotator: number): string => `part-${String(annotator).padStart(4, "0")}`;

type Share = {
  readonly api: Api;
  readonly user: string;
  readonly first: number;
  readonly segments: number;
  readonly document: string;
  readonly random: Random;
};

/** Works through a document of one's own; without pause, so this is a good many more than so many people. */
async function annotate(share: Share, times: Times): Promise<void> {
  const { api, document, segments } = share;
  let number = share.first;
  for (let done = 0; done < segments; done++) {
    const filter = { document };
    const place = await timed(times["next segment"], () => api.place(PROJECT, number, filter));
    const next = done === 0 ? number : place.nextPending;
    if (next === null) throw new Error(`${document} ran out of open segments after ${done}.`);
    number = next;
    await correct(share, number, times);
  }
}

async function correct({ api, user, random }: Share, number: number, times: Times): Promise<void> {
  const view = await timed(times.open, () => api.open(PROJECT, number));
  let annotation: Annotation = view.annotation;
  let { seq } = view;
  const save = async (edits: readonly Edit[], step: Step): Promise<boolean> => {
    const next = applyAll(annotation, edits, policy);
    if (edits.length === 0 || !next.ok) return false;
    const transactions = [transactionOf(random, edits)];
    const answer = await timed(times[step], () =>
      api.commit({ project: PROJECT, number, baseSeq: seq, transactions }),
    );
    if (answer.outcome !== "saved") throw new Error(`segment ${number}: ${answer.outcome}`);
    annotation = next.value;
    seq = answer.seq;
    return true;
  };
  for (let edits = 0; edits < 3; ) {
    const wanted = randomEdits(random, annotation, user, () => new Date());
    // Deciding is what comes last.
    if (wanted.some(({ kind }) => kind === "set_review")) continue;
    if (await save(wanted, "edit")) edits++;
  }
  await save(commands.setReview(annotation, "accepted"), "accept");
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const answer = await work();
  times.push(performance.now() - begun);
  return answer;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { annotators: { type: "string", default: "100" }, segments: { type: "string", default: "20" } },
  });
  console.log(await loadBenchmark(Number(values.annotators), Number(values.segments)));
}

import { type Annotation, applyTransaction, sameValue } from "@spanbridge/shared";
import type { Api } from "../../e2e/support/api.ts";
import { policy } from "./editor.ts";
import type { Ledger } from "./ledger.ts";

export type Verified = { readonly events: number; readonly problems: readonly string[] };

/**
 * Holds one segment's log against what the clients were told: everything acknowledged stands in it once, nothing else
 * does than what was sent, the numbers have no gap, and the annotation is what the log makes of the imported one.
 */
export async function verifySegment(
  api: Api,
  project: string,
  number: number,
  imported: Annotation,
  ledger: Ledger,
): Promise<Verified> {
  const problems: string[] = [];
  // The annotation is read first: what is saved in between must not look like a difference.
  const view = await api.open(project, number);
  const events = [];
  for (let before: number | undefined, more = true; more; ) {
    const page = await api.events(project, number, before);
    events.push(...page.events);
    before = page.nextBefore ?? undefined;
    more = page.nextBefore !== null;
  }
  const log = events.filter(({ seq }) => seq <= view.seq).sort((a, b) => a.seq - b.seq);
  const logged = new Set(log.map(({ transaction }) => transaction.id));
  if (logged.size !== log.length) problems.push("a transaction stands in the log twice");
  if (log.some(({ seq }, index) => seq !== index + 1)) problems.push("the log has a gap");
  let annotation = imported;
  for (const { seq, transaction } of log) {
    const sent = ledger.get(transaction.id);
    if (!sent || sent.number !== number) problems.push(`${transaction.id} was not sent to this segment`);
    else if (!sameValue(sent.transaction, transaction)) problems.push(`${transaction.id} was changed`);
    else if (sent.state === "given up") problems.push(`${transaction.id} was called a conflict, yet saved`);
    const next = applyTransaction(annotation, transaction, policy);
    if (!next.ok) {
      problems.push(`event ${seq} does not apply: ${next.error.code}`);
      break;
    }
    annotation = next.value;
  }
  for (const { transaction, state } of ledger.of(number)) {
    if (state === "acknowledged" && !logged.has(transaction.id)) problems.push(`${transaction.id} is lost`);
  }
  if (!sameValue(annotation, view.annotation))
    problems.push("the annotation is not what the log makes of it");
  return { events: log.length, problems: problems.map((problem) => `segment ${number}: ${problem}`) };
}

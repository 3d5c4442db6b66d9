import { type AbsenceReason, absenceOf, commands, type SpanId } from "@spanbridge/shared";
import { absenceSentences, quotedById } from "../view/describe.ts";
import { linkCandidates } from "../view/propose.ts";
import { rowOf } from "../view/rows.ts";
import { type Desk, nowOf, perform, stateOf } from "./desk.ts";

export function startLinking(desk: Desk): void {
  const { selection } = stateOf(desk);
  if (!selection) return;
  const [first] = linkCandidates(nowOf(desk), selection.span);
  desk.segment.tool({ kind: "link_from", from: selection.span, candidate: first?.id });
  if (!first) desk.host.tell("Nothing on the other side to link to yet: select text there.", "refusal");
}

/** The next or previous thing that could be linked to. */
export function aim(desk: Desk, direction: "back" | "forward"): void {
  const { tool } = stateOf(desk);
  if (tool.kind !== "linking") return;
  const ids = linkCandidates(nowOf(desk), tool.from).map(({ id }) => id);
  const at = tool.candidate ? ids.indexOf(tool.candidate) : -1;
  const next = ids.at((at + (direction === "forward" ? 1 : -1)) % ids.length);
  if (!next) return;
  desk.segment.tool({ kind: "aim", candidate: next });
  desk.host.tell(`Link to ${quotedById(nowOf(desk), next)}?`, "done");
}

/** Links what linking started from to `target`, or to the candidate. */
export function finishLinking(desk: Desk, target?: SpanId): void {
  const { tool } = stateOf(desk);
  const other = tool.kind === "linking" ? (target ?? tool.candidate) : undefined;
  if (tool.kind !== "linking" || !other) return;
  if (link(desk, tool.from, other)) {
    desk.segment.tool({ kind: "escape" });
    desk.segment.select(tool.from);
  }
}

export function link(desk: Desk, a: SpanId, b: SpanId): boolean {
  const now = nowOf(desk);
  const edits = commands.linkSpans(now, a, b, desk.segment.rules.user);
  return perform(desk, `Link ${quotedById(now, a)} and ${quotedById(now, b)}`, edits);
}

export function unlinkSelected(desk: Desk): void {
  const { selection } = stateOf(desk);
  const row = selection && rowOf(nowOf(desk), selection);
  if (row?.link) unlink(desk, row.link.pivot, row.link.source);
}

export function unlink(desk: Desk, a: SpanId, b: SpanId): void {
  const now = nowOf(desk);
  perform(desk, `Unlink ${quotedById(now, a)} and ${quotedById(now, b)}`, commands.unlinkSpans(now, a, b));
}

export function startAbsence(desk: Desk): void {
  const { selection } = stateOf(desk);
  if (selection) desk.segment.tool({ kind: "explain_absence", span: selection.span });
}

/** States why the span has no counterpart; without a reason, takes that statement back. */
export function setAbsence(desk: Desk, reason: AbsenceReason | undefined): void {
  const { tool } = stateOf(desk);
  if (tool.kind !== "absence") return;
  desk.segment.tool({ kind: "escape" });
  const now = nowOf(desk);
  const name = quotedById(now, tool.span);
  if (reason) {
    const edits = commands.markAbsent(now, tool.span, reason, desk.segment.rules.user);
    perform(desk, `No counterpart for ${name}: ${absenceSentences[reason].toLowerCase()}`, edits);
  } else {
    perform(desk, `${name} may have a counterpart`, commands.removeAbsence(now, tool.span));
  }
}

/** Whether the span says of itself that it has no counterpart. */
export const isAbsent = (desk: Desk, id: SpanId): boolean => absenceOf(nowOf(desk), id) !== undefined;

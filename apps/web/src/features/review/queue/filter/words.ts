import { type QueueSignal, signalTitles } from "@spanbridge/shared";
import type { QueueFilter, QueueOrder } from "@spanbridge/shared/contracts";
import { nameOfLanguage, t } from "../../../../ui/i18n/t.ts";

/** What a signal means, for somebody who looks for segments. */
export const signalWords: Readonly<Record<QueueSignal, string>> = {
  ...signalTitles,
  not_projected: t("English entity without a place"),
  labels_differ: t("Labels of a pair differ"),
  unlinked_source: t("Source span without a partner"),
  low_confidence: t("Machine was unsure"),
  counts_differ: t("Numbers of entities differ"),
};

export const orderWords: Readonly<Record<QueueOrder, string>> = {
  worth: t("Most worth a look first"),
  confidence: t("Least sure first"),
  number: t("In the order of the file"),
};

/** One thing that a filter asks for, and the filter without it. */
export type Part = { readonly key: string; readonly words: string; readonly without: QueueFilter };

/** What the filter asks for beyond what stands in the bar itself. `nameOf` gives the name of a member. */
export function partsOf(filter: QueueFilter, nameOf: (id: string) => string): readonly Part[] {
  const parts: Part[] = [];
  const part = (key: string, words: string, without: Partial<QueueFilter>): void => {
    parts.push({ key, words, without: { ...filter, ...without } });
  };
  for (const signal of filter.signals ?? []) {
    const rest = filter.signals?.filter((other) => other !== signal);
    part(signal, signalWords[signal], { signals: rest });
  }
  if (filter.worth !== undefined) {
    part("worth", filter.worth ? t("Some signal") : t("No signal"), { worth: undefined });
  }
  for (const label of filter.labels ?? []) {
    part(t("label {{label}}", { label }), label, {
      labels: filter.labels?.filter((other) => other !== label),
    });
  }
  if (filter.language !== undefined) {
    part("language", nameOfLanguage(filter.language), { language: undefined });
  }
  if (filter.confidenceBelow !== undefined) {
    const share = Math.round(filter.confidenceBelow * 100);
    part("below", t("Confidence below {{share}} %", { share }), { confidenceBelow: undefined });
  }
  if (filter.regex) part("regex", t("Regular expression"), { regex: undefined });
  if (filter.side)
    part("side", filter.side === "source" ? t("In the source") : t("In the translation"), {
      side: undefined,
    });
  if (filter.decidedBy)
    part("by", t("Decided by {{decidedBy}}", { decidedBy: nameOf(filter.decidedBy) }), {
      decidedBy: undefined,
    });
  if (filter.assignee !== undefined) {
    const words =
      filter.assignee === ""
        ? t("Assigned to nobody")
        : t("Assigned to {{assignee}}", { assignee: nameOf(filter.assignee) });
    part("for", words, { assignee: undefined });
  }
  return parts;
}

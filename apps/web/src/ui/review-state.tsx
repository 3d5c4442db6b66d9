import type { ReviewState } from "@spanbridge/shared";
import { clsx } from "clsx";
import { Check, Circle, CornerDownRight, type LucideIcon, X } from "lucide-react";
import { t } from "./i18n/t.ts";

type Face = {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly colour: string;
  readonly bar: string;
};

/** How review states look and are called everywhere. */
export const stateFaces: Readonly<Record<ReviewState, Face>> = {
  accepted: { name: t("Accepted"), icon: Check, colour: "text-good", bar: "bg-good" },
  rejected: { name: t("Rejected"), icon: X, colour: "text-bad", bar: "bg-bad" },
  skipped: { name: t("Skipped"), icon: CornerDownRight, colour: "text-warn", bar: "bg-warn" },
  pending: { name: t("Pending"), icon: Circle, colour: "text-ink-muted", bar: "bg-transparent" },
};

export function StateIcon({
  state,
  className,
}: {
  readonly state: ReviewState;
  readonly className?: string;
}) {
  const { icon: Icon, colour } = stateFaces[state];
  return <Icon aria-hidden className={clsx("size-4 shrink-0", colour, className)} />;
}

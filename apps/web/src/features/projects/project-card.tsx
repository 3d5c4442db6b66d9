import type { ProjectCard as Card } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { Badge } from "../../ui/badge.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { formatAgo, formatDateTime } from "../../ui/format.ts";
import { t } from "../../ui/i18n/t.ts";
import { LanguagePair } from "./language-pair.tsx";
import { ReviewProgress, totalOf } from "./progress.tsx";

export function ProjectCard({ card }: { readonly card: Card }) {
  const params = { project: card.slug };
  const { archived } = card;
  const empty = totalOf(card.counts) === 0 && !archived;
  return (
    <article className="relative flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-sm transition-colors hover:border-control has-[h2_a:focus-visible]:border-focus">
      <div className="flex items-start justify-between gap-2">
        <h2 className="min-w-0 text-lg leading-tight">
          {/* The whole card leads to the project; the button above it in the stack goes on with the work. */}
          <Link
            to="/projects/$project"
            params={params}
            className="line-clamp-2 after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {card.name}
          </Link>
        </h2>
        {archived && <Badge>{t("Archived")}</Badge>}
      </div>
      <LanguagePair source={card.sourceLang} pivot={card.pivotLang} />
      <div className="mt-auto">
        <ReviewProgress counts={card.counts} />
      </div>
      <div className="flex items-center justify-between gap-2 border-line border-t pt-3">
        <span className="text-ink-muted text-sm">
          {t("Active")}
          <time dateTime={card.lastActivity} title={formatDateTime(card.lastActivity)}>
            {formatAgo(card.lastActivity)}
          </time>
        </span>
        <Link
          to={empty ? "/projects/$project/import" : "/projects/$project/review"}
          params={params}
          className={buttonClass("link", "sm", "relative -me-1.5")}
        >
          {archived ? t("Look through it") : empty ? t("Import") : t("Review")}
          <span className="sr-only">: {card.name}</span>
          <ArrowRight aria-hidden className="size-3.5" />
        </Link>
      </div>
    </article>
  );
}

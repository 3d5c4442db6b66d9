import type { Sample } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { Button, buttonClass } from "../../ui/button.tsx";
import { plural } from "../../ui/format.ts";
import { nameOfLanguage, t } from "../../ui/i18n/t.ts";

type SampleCardProps = {
  readonly sample: Sample;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onInstall: () => void;
};

export function SampleCard({ sample, busy, disabled, onInstall }: SampleCardProps) {
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4 shadow-sm">
      <div>
        <h3 className="text-base">{sample.title}</h3>
        <p className="text-ink-muted text-sm">
          {nameOfLanguage(sample.sourceLang)}, {plural(sample.segments, "segment")}
        </p>
      </div>
      <p className="text-sm">{sample.description}</p>
      <div className="mt-auto flex items-end justify-between gap-4 pt-1">
        <p className="text-ink-muted text-xs">
          {sample.source}. {sample.licence}
        </p>
        {sample.installedAs === null ? (
          <Button
            size="sm"
            aria-label={`${t("Install and review")}: ${sample.title}`}
            busy={busy}
            disabled={disabled && !busy}
            onClick={onInstall}
          >
            {t("Install and review")}
          </Button>
        ) : (
          <Link
            to="/projects/$project"
            params={{ project: sample.installedAs }}
            aria-label={`${t("Open")}: ${sample.title}`}
            className={buttonClass("link", "sm")}
          >
            {t("Open")}
            <ArrowRight aria-hidden className="size-3.5" />
          </Link>
        )}
      </div>
    </li>
  );
}

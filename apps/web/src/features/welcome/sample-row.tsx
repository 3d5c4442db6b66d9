import { languageName } from "@spanbridge/shared";
import type { Sample } from "@spanbridge/shared/contracts";
import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { Badge } from "../../ui/badge.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { plural } from "../../ui/format.ts";

type SampleRowProps = {
  readonly sample: Sample;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onInstall: () => void;
};

export function SampleRow({ sample, busy, disabled, onInstall }: SampleRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-72">
        <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-base">
          {sample.title}
          <Badge>{languageName(sample.sourceLang)}</Badge>
          <span className="font-normal text-ink-muted text-sm tracking-normal">
            {plural(sample.segments, "segment")}
          </span>
        </h3>
        <p className="text-sm">{sample.description}</p>
        <p className="text-ink-muted text-xs">
          {sample.source} · {sample.licence}
        </p>
      </div>
      {sample.installedAs === null ? (
        <Button variant="secondary" busy={busy} disabled={disabled && !busy} onClick={onInstall}>
          Install and review
          <span className="sr-only">: {sample.title}</span>
        </Button>
      ) : (
        <Link
          to="/projects/$project"
          params={{ project: sample.installedAs }}
          className={buttonClass("quiet")}
        >
          Open
          <span className="sr-only">: {sample.title}</span>
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
    </li>
  );
}

import type { WikipediaBuild } from "@spanbridge/shared/contracts";
import { useMutation } from "@tanstack/react-query";
import { Ban, BookPlus, Play, Undo2 } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../../app/failure.ts";
import { queryClient, trpc } from "../../../app/trpc.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatAgo, formatNumber } from "../../../ui/format.ts";
import { nameOfLanguage, said, t } from "../../../ui/i18n/t.ts";
import { ProgressBar } from "../../../ui/progress.tsx";
import { toast } from "../../../ui/toast.ts";
import { Outcomes } from "./outcomes.tsx";
import { reasonWords, sourceWords, stateWords } from "./words.ts";

type SearchCardProps = {
  readonly project: string;
  readonly build: WikipediaBuild;
  readonly mayManage: boolean;
};

export const isActive = ({ state }: WikipediaBuild): boolean => state === "queued" || state === "running";

const settled = {
  onError: (error: unknown) =>
    toast(t("That did not work"), { description: failureOf(error).message, kind: "bad" as const }),
  onSettled: () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.wikipedia.pathFilter()),
      queryClient.invalidateQueries(trpc.memory.pathFilter()),
    ]),
};

/** One search: how far it is, what it has found, why not, and what can be done with it. */
export function SearchCard({ project, build, mayManage }: SearchCardProps) {
  const [shown, setShown] = useState<"accepted" | "rejected">();
  const [except, setExcept] = useState<ReadonlySet<number>>(new Set());
  const { names, state } = build;
  const { name, tone } = stateWords(state);
  const decided = names.total - names.waiting;
  const progress = t("{{decided}} of {{total}} names", {
    decided: formatNumber(decided),
    total: formatNumber(names.total),
  });
  const source = sourceWords(build.source).name;
  const mayAdd = mayManage && names.accepted > 0 && build.addedAt === null && !isActive(build);
  return (
    <li
      className="flex flex-col gap-3 p-4"
      aria-label={t("Search of {{when}}", { when: formatAgo(build.createdAt) })}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-2 font-medium">
            {source}
            <Badge tone={tone}>{name}</Badge>
            {build.addedAt !== null && <Badge tone="good">{t("In memory")}</Badge>}
          </h3>
          <p className="text-ink-muted text-sm">
            {nameOfLanguage(build.language)} · {build.createdBy} · {formatAgo(build.createdAt)}
          </p>
        </div>
        {mayManage && <Controls project={project} build={build} except={except} mayAdd={mayAdd} />}
      </div>
      <ProgressBar
        label={t("Progress of the search")}
        value={names.total === 0 ? 1 : decided / names.total}
        text={progress}
      />
      {build.error !== "" && (
        <p className="rounded-md bg-bad-soft px-3 py-2 text-bad text-sm">{said(build.error)}</p>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm tabular-nums">
        <span>{progress}</span>
        <span>{t("{{pairs}} pairs", { pairs: formatNumber(names.accepted) })}</span>
        <span>{t("{{names}} rejected", { names: formatNumber(names.rejected) })}</span>
        {build.inMemory > 0 && (
          <span>{t("{{pairs}} pairs of it are in memory", { pairs: formatNumber(build.inMemory) })}</span>
        )}
      </p>
      {build.reasons.length > 0 && (
        <ul className="text-ink-muted text-sm tabular-nums">
          {build.reasons.map(({ reason, count }) => (
            <li key={reason}>
              {formatNumber(count)} × {reasonWords(reason)}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {(["accepted", "rejected"] as const).map(
          (only) =>
            names[only] > 0 && (
              <Button
                key={only}
                variant="link"
                size="sm"
                aria-expanded={shown === only}
                onClick={() => setShown(shown === only ? undefined : only)}
              >
                {only === "accepted" ? t("Look at the pairs") : t("Look at the rejected names")}
              </Button>
            ),
        )}
      </div>
      {shown && (
        <Outcomes
          key={shown}
          project={project}
          build={build}
          only={shown}
          except={except}
          onExcept={mayAdd ? setExcept : undefined}
        />
      )}
    </li>
  );
}

type ControlsProps = Pick<SearchCardProps, "project" | "build"> & {
  readonly except: ReadonlySet<number>;
  readonly mayAdd: boolean;
};

function Controls({ project, build, except, mayAdd }: ControlsProps) {
  const cancel = useMutation(trpc.wikipedia.cancel.mutationOptions(settled));
  const resume = useMutation(trpc.wikipedia.resume.mutationOptions(settled));
  const add = useMutation(
    trpc.wikipedia.add.mutationOptions({
      ...settled,
      onSuccess: ({ added, known }) =>
        toast(t("{{added}} pairs added, {{known}} known", { added, known }), { kind: "good" }),
    }),
  );
  const takeBack = useMutation(
    trpc.wikipedia.takeBack.mutationOptions({
      ...settled,
      onSuccess: ({ removed, kept }) =>
        toast(t("{{removed}} pairs taken back, {{kept}} stay: segments confirm them", { removed, kept }), {
          kind: "good",
        }),
    }),
  );
  const ref = { project, build: build.id };
  const left = build.names.accepted - except.size;
  return (
    <div className="flex flex-wrap gap-2">
      {isActive(build) && (
        <Button size="sm" busy={cancel.isPending} onClick={() => cancel.mutate(ref)}>
          <Ban aria-hidden className="size-3.5" />
          {t("Cancel")}
        </Button>
      )}
      {(build.state === "cancelled" || build.state === "failed") && build.names.waiting > 0 && (
        <Button size="sm" busy={resume.isPending} onClick={() => resume.mutate(ref)}>
          <Play aria-hidden className="size-3.5" />
          {t("Go on")}
        </Button>
      )}
      {mayAdd && (
        <Button
          size="sm"
          variant="primary"
          busy={add.isPending}
          disabled={left <= 0}
          onClick={() => add.mutate({ ...ref, except: [...except] })}
        >
          <BookPlus aria-hidden className="size-3.5" />
          {t("Add {{pairs}} pairs to memory", { pairs: formatNumber(left) })}
        </Button>
      )}
      {build.addedAt !== null && (
        <Button size="sm" busy={takeBack.isPending} onClick={() => takeBack.mutate(ref)}>
          <Undo2 aria-hidden className="size-3.5" />
          {t("Take them back")}
        </Button>
      )}
    </div>
  );
}

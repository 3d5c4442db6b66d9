import type { GivenUp } from "../../../editor/model/queue/queue.ts";
import { wordsOf } from "../../../editor/model/view/given-up.ts";
import { useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { tell } from "../session/notices.ts";

/** Edits of ours that met somebody else's, or that the server did not take: listed until the person has decided. */
export function GivenUpList() {
  const entries = useSegmentState((state) => state.queue.givenUp);
  if (entries.length === 0) return null;
  return (
    <section
      aria-labelledby="given-up-title"
      className="rounded-lg border border-bad/40 bg-bad-soft px-4 py-3 text-sm"
      role="alert"
    >
      <h3 id="given-up-title" className="font-medium text-bad text-base">
        {entries.length === 1
          ? t("One change of yours is not in")
          : said(`${entries.length} changes of yours are not in`)}
      </h3>
      <ul className="mt-1 flex flex-col divide-y divide-bad/20">
        {entries.map((entry) => (
          <GivenUpEntry key={entry.transaction.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function GivenUpEntry({ entry }: { readonly entry: GivenUp }) {
  const segment = useSegment();
  const { who, yours } = wordsOf(entry, segment.rules.userName);

  function again(): void {
    const done = segment.tryAgain(entry);
    tell(done.ok ? `Done again: ${done.value.title}` : done.error, done.ok ? "done" : "refusal");
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className="min-w-48 grow">
        <p>{said(who)}</p>
        <p className="text-ink-muted">{t("Yours was: {{what}}", { what: said(yours) })}</p>
      </div>
      <div className="flex gap-2">
        <Button size="sm" onClick={() => segment.keepTheirs(entry)}>
          {entry.kind === "conflict" && entry.by !== null ? t("Use theirs") : t("Give it up")}
        </Button>
        <Button size="sm" onClick={again}>
          {t("Try mine again")}
        </Button>
      </div>
    </li>
  );
}

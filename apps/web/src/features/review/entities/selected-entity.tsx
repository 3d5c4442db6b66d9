import { type Span, type SpanId, spanById } from "@spanbridge/shared";
import { clsx } from "clsx";
import { Ban, Link2, Trash2, Unlink } from "lucide-react";
import { memo } from "react";
import { startAbsence, startLinking, unlinkSelected } from "../../../editor/model/actions/links.ts";
import { relabel, removeSelected } from "../../../editor/model/actions/spans.ts";
import { keyOf } from "../../../editor/model/keys/shown.ts";
import { originName, surfaceOf } from "../../../editor/model/view/describe.ts";
import { rowOf } from "../../../editor/model/view/rows.ts";
import { useAnnotation, useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { said, t } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { Select } from "../../../ui/select.tsx";
import { useCommands } from "../session/use-commands.ts";
import { Alternatives } from "./alternatives.tsx";

/** What can be done with the selected span, for those who do it by mouse; its room is kept when nothing is selected. */
export function SelectedEntity({ project }: { readonly project: string }) {
  const span = useSegmentState(
    ({ queue, selection }) => selection && spanById(queue.current, selection.span),
  );
  return (
    <div className="flex min-h-24 flex-col gap-2 border-line border-t bg-surface px-3 py-2.5 md:max-xl:w-72 md:max-xl:shrink-0 md:max-xl:overflow-y-auto md:max-xl:border-s md:max-xl:border-t-0">
      <section aria-label={t("Selected span")}>
        {span ? <Details span={span} /> : <p className="text-ink-muted text-sm">{t("Nothing selected.")}</p>}
      </section>
      {span && <Alternatives project={project} />}
    </div>
  );
}

function Details({ span }: { readonly span: Span }) {
  const desk = useDesk();
  const annotation = useAnnotation();
  const people = useSegmentState((state) => state.meta.people);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-baseline gap-2">
        <span
          lang={desk.rules.languages[span.side]}
          className={clsx("script-font truncate font-semibold", scriptClass(desk.rules.languages[span.side]))}
        >
          {surfaceOf(annotation, span)}
        </span>
        <span className="ms-auto shrink-0 text-ink-muted text-sm">
          {provenanceOf(span, people, desk.rules.user)}
        </span>
      </p>
      {desk.mayEdit && (
        <div className="flex items-center gap-1">
          <LabelChoice id={span.id} label={span.label} />
          <Tools />
        </div>
      )}
    </div>
  );
}

type LabelChoiceProps = { readonly id: SpanId; readonly label: string };

const LabelChoice = memo(function LabelChoice({ id, label }: LabelChoiceProps) {
  const desk = useDesk();
  const names = desk.labels.some(({ name }) => name === label)
    ? desk.labels
    : [...desk.labels, { name: label, colour: 9 }];
  return (
    <Select
      label={t("Label")}
      className="me-auto w-36"
      value={label}
      options={names.map(({ name, colour }) => ({
        value: name,
        label: name,
        content: <LabelBadge name={name} colour={colour} />,
      }))}
      onChange={(chosen) => relabel(desk, id, chosen)}
    />
  );
});

const Tools = memo(function Tools() {
  const desk = useDesk();
  const commands = useCommands();
  const linked = useSegmentState(
    ({ queue, selection }) => selection !== undefined && rowOf(queue.current, selection)?.link !== undefined,
  );
  return (
    <>
      <IconButton
        icon={Link2}
        label={t("Link")}
        shortcut={keyOf(commands, "link")}
        onClick={() => startLinking(desk)}
      />
      <IconButton
        icon={Unlink}
        label={t("Remove the link")}
        shortcut={keyOf(commands, "unlink")}
        disabled={!linked}
        onClick={() => unlinkSelected(desk)}
      />
      <IconButton
        icon={Ban}
        label={t("No counterpart…")}
        shortcut={keyOf(commands, "absence")}
        onClick={() => startAbsence(desk)}
      />
      <IconButton
        icon={Trash2}
        label={t("Delete the span")}
        shortcut={keyOf(commands, "delete")}
        onClick={() => removeSelected(desk)}
      />
    </>
  );
});

function provenanceOf({ provenance }: Span, people: Readonly<Record<string, string>>, you: string): string {
  const name = originName(provenance, people, you);
  const before = provenance.previous;
  return before
    ? t("{{now}}, was {{before}}", { now: said(name), before: said(originName(before, people, you)) })
    : said(name);
}

import { absenceReasons } from "@spanbridge/shared";
import type { ReactNode } from "react";
import { finishLinking, isAbsent, setAbsence } from "../../../editor/model/actions/links.ts";
import { keyOf } from "../../../editor/model/keys/shown.ts";
import { absenceSentences, quotedById } from "../../../editor/model/view/describe.ts";
import { linkCandidates } from "../../../editor/model/view/propose.ts";
import { useAnnotation, useDesk, useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { useCommands } from "../session/use-commands.ts";

/** What a tool in use asks for: which span to link to, or why there is no counterpart. */
export function ToolBar() {
  const kind = useSegmentState(({ tool }) => tool.kind);
  if (kind === "linking") return <LinkingBar />;
  return kind === "absence" ? <AbsenceBar /> : null;
}

function LinkingBar() {
  const desk = useDesk();
  const annotation = useAnnotation();
  const tool = useSegmentState((state) => state.tool);
  if (tool.kind !== "linking") return null;
  return (
    <Bar title={t("Link {{name}} to…", { name: quotedById(annotation, tool.from) })}>
      {linkCandidates(annotation, tool.from).map(({ id, side }) => (
        <Button
          key={id}
          size="sm"
          variant={id === tool.candidate ? "primary" : "secondary"}
          onClick={() => finishLinking(desk, id)}
        >
          <span lang={desk.rules.languages[side]}>{quotedById(annotation, id)}</span>
          {id === tool.candidate && <Kbd keys="Enter" inverse />}
        </Button>
      ))}
      <span className="text-ink-muted text-sm">{t("or select text on the other side")}</span>
    </Bar>
  );
}

function AbsenceBar() {
  const desk = useDesk();
  const annotation = useAnnotation();
  const commands = useCommands();
  const tool = useSegmentState((state) => state.tool);
  if (tool.kind !== "absence") return null;
  return (
    <Bar title={t("{{name}} has no counterpart:", { name: quotedById(annotation, tool.span) })}>
      {absenceReasons.map((reason) => (
        <Button key={reason} size="sm" onClick={() => setAbsence(desk, reason)}>
          <Kbd keys={keyOf(commands, `absence_${reason}`)} />
          {said(absenceSentences[reason])}
        </Button>
      ))}
      {isAbsent(desk, tool.span) && (
        <Button size="sm" onClick={() => setAbsence(desk, undefined)}>
          <Kbd keys="0" />
          {t("It has one after all")}
        </Button>
      )}
    </Bar>
  );
}

function Bar({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const segment = useSegment();
  return (
    <section
      aria-label={title}
      className="flex flex-wrap items-center gap-2 rounded-md border border-accent/40 bg-accent-soft px-3 py-2"
    >
      <span className="font-medium">{title}</span>
      {children}
      <Button size="sm" variant="quiet" className="ms-auto" onClick={() => segment.tool({ kind: "escape" })}>
        {t("Cancel")} <Kbd keys="Esc" />
      </Button>
    </section>
  );
}

import { spanById } from "@spanbridge/shared";
import { TriangleAlert } from "lucide-react";
import { startLinking } from "../../../editor/model/actions/links.ts";
import { applyLabel } from "../../../editor/model/actions/spans.ts";
import { keyOf } from "../../../editor/model/keys/shown.ts";
import { type Reason, signalsBySpan } from "../../../editor/model/view/problems.ts";
import { useAnnotation, useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { useCommands } from "../session/use-commands.ts";
import { fixFor } from "./fixes.ts";

/** Why the selected span is worth a look, each as a sentence with the key that puts it right. Keeps its room when empty. */
export function Signals() {
  const annotation = useAnnotation();
  const selected = useSegmentState((state) => state.selection?.span);
  const evidence = useSegmentState(({ meta }) => meta.evidence);
  const busy = useSegmentState(({ tool }) => tool.kind === "linking" || tool.kind === "absence");
  const signals = (!busy && selected && signalsBySpan(annotation, evidence).get(selected)) || [];
  return (
    <div className="min-h-9">
      {signals.map((signal) => (
        <SignalLine key={`${signal.kind} ${signal.message}`} signal={signal} />
      ))}
    </div>
  );
}

function SignalLine({ signal }: { readonly signal: Reason }) {
  const desk = useDesk();
  const annotation = useAnnotation();
  const commands = useCommands();
  const span = spanById(annotation, signal.span);
  const fix = span && fixFor(annotation, signal, span);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md bg-warn-soft px-3 py-1.5 text-sm">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-warn" />
      <span dir="auto">{said(signal.message)}</span>
      {fix && desk.mayEdit && (
        <button
          type="button"
          className="inline-flex min-h-6 items-center gap-1.5 rounded-sm px-1 font-medium underline underline-offset-2"
          onClick={() => (fix.kind === "label" ? applyLabel(desk, fix.label) : startLinking(desk))}
        >
          <Kbd keys={keyOf(commands, fix.command)} />
          {fix.kind === "label" ? t("use {{label}}", { label: fix.label }) : t("link it")}
        </button>
      )}
    </p>
  );
}

import { directionOf } from "@spanbridge/shared";
import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import { revisionOf, saveRevision } from "../../../editor/model/actions/translation.ts";
import { quoted } from "../../../editor/model/view/describe.ts";
import { useAnnotation, useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { controlClass } from "../../../ui/field.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";

/** The translation as a field. Spans follow the words; those whose words are gone are named before anything is saved. */
export function RevisePane() {
  const desk = useDesk();
  const annotation = useAnnotation();
  const tool = useSegmentState((state) => state.tool);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  if (tool.kind !== "revising") return null;
  const revision = revisionOf(desk);
  const dropped = revision?.dropped ?? [];
  const language = desk.rules.languages.pivot;
  return (
    <div className="flex flex-col gap-2">
      <textarea
        ref={area}
        aria-label={t("Translation")}
        aria-describedby="revision-effect"
        lang={language}
        dir={directionOf(language)}
        value={tool.draft}
        onChange={(event) => desk.segment.tool({ kind: "type", draft: event.target.value })}
        className={clsx(
          controlClass,
          "corpus-text field-sizing-content h-auto min-h-32 resize-y py-1.5",
          scriptClass(language),
        )}
      />
      <p
        id="revision-effect"
        role="status"
        className={clsx("text-sm", dropped.length > 0 ? "text-warn" : "text-ink-muted")}
      >
        {dropped.length > 0
          ? t("Saving drops spans whose words are gone: {{names}}. Undo brings them back.", {
              names: dropped.map((span) => `${span.label} ${quoted(annotation, span)}`).join(", "),
            })
          : t("Spans follow their words.")}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" variant="quiet" onClick={() => desk.segment.tool({ kind: "escape" })}>
          {t("Cancel")} <Kbd keys="Esc" />
        </Button>
        <Button size="sm" variant="primary" onClick={() => saveRevision(desk)}>
          {t("Save")} <Kbd keys="Mod+Enter" inverse />
        </Button>
      </div>
    </div>
  );
}

import { clsx } from "clsx";
import { CircleCheck, CloudOff, type LucideIcon, RefreshCw, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { type SaveView, saveView } from "../../../editor/model/segment/state.ts";
import type { Workspace } from "../../../editor/model/workspace/workspace.ts";
import { useSegmentState } from "../../../editor/react/desk-context.tsx";
import { Button } from "../../../ui/button.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { tip } from "../../../ui/tooltip.ts";

type Look = {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly detail: string;
  readonly className: string;
};

/** `you`: what the person is called, who may have changed something in another tab. */
function lookOf(view: SaveView, durable: boolean, you: string): Look {
  const kept = durable
    ? t("Your edits are kept on this computer and sent as soon as possible, also after closing the tab.")
    : t("Your edits are kept in this tab only: leave it open.");
  switch (view.kind) {
    case "saved":
      return {
        icon: CircleCheck,
        text: t("Saved"),
        detail: t("Everything is on the server."),
        className: "text-good",
      };
    case "saving":
      return { icon: RefreshCw, text: t("Saving"), detail: kept, className: "text-ink-muted" };
    case "offline":
      return { icon: CloudOff, text: t("Offline"), detail: kept, className: "text-warn" };
    case "failing":
      return {
        icon: CloudOff,
        text: t("Not saved yet"),
        detail: `${view.message} ${kept}`,
        className: "text-warn",
      };
    case "denied":
      return {
        icon: TriangleAlert,
        text: t("Not saved"),
        detail: `${view.message} ${kept}`,
        className: "text-bad",
      };
    case "conflict":
      return {
        icon: TriangleAlert,
        text: t("Conflict"),
        detail:
          view.by === null || view.by === you
            ? t("What this was done to has changed meanwhile. Nothing was overwritten.")
            : t("{{name}} changed the same thing. Nothing was overwritten.", { name: view.by }),
        className: "text-bad",
      };
    case "refused":
      return {
        icon: TriangleAlert,
        text: t("Refused"),
        detail: t("The server did not take a change. It is listed below the texts."),
        className: "text-bad",
      };
  }
}

type SaveIndicatorProps = {
  readonly workspace: Workspace;
  readonly number: number;
  /** Goes to another segment. */
  readonly onShow: (number: number) => void;
};

/** Whether what one does here is saved. Screen readers hear of it when it stops being so, and when it is so again. */
export function SaveIndicator({ workspace, number, onShow }: SaveIndicatorProps) {
  const view = useSegmentState(useShallow(saveView));
  const { segments, durable, givenUp } = useStore(workspace.unsaved);
  const elsewhere = givenUp.find((other) => other !== number);
  // Edits of a segment one has left may still be on their way.
  const shown: SaveView = view.kind === "saved" && segments > 0 ? { kind: "saving" } : view;
  const { icon: Icon, text, detail, className } = lookOf(shown, durable, workspace.rules.userName);
  const waiting = shown.kind === "offline" || shown.kind === "failing" || shown.kind === "denied";
  return (
    <>
      {elsewhere !== undefined && (
        <Button size="sm" variant="danger" onClick={() => onShow(elsewhere)}>
          {t("Conflict in")} {workspace.get(elsewhere)?.store.getState().meta.externalId}
        </Button>
      )}
      {waiting && (
        <Button size="sm" variant="quiet" onClick={workspace.retry}>
          {t("Try now")}
        </Button>
      )}
      <span
        data-save={shown.kind}
        {...tip(said(detail))}
        className={clsx("inline-flex w-28 items-center gap-1.5 whitespace-nowrap text-sm", className)}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {said(text)}
      </span>
      <SaveNews view={shown} sentence={`${said(text)}. ${said(detail)}`} />
    </>
  );
}

function SaveNews({ view, sentence }: { readonly view: SaveView; readonly sentence: string }) {
  const troubled = useRef(false);
  const [news, setNews] = useState("");
  const { kind } = view;
  useEffect(() => {
    if (kind === "saving") return;
    if (kind !== "saved") {
      troubled.current = true;
      setNews(sentence);
    } else if (troubled.current) {
      troubled.current = false;
      setNews(t("Saved again."));
    }
  }, [kind, sentence]);
  return (
    <span role="status" className="sr-only">
      {news}
    </span>
  );
}

import { clsx } from "clsx";
import { ChevronsDown, ChevronsUp } from "lucide-react";
import { memo, type Ref } from "react";
import { Late, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { said, t } from "../../../ui/i18n/t.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useKey } from "../session/use-commands.ts";
import { toggleView, useView } from "../session/view.ts";
import { type SideTab, SideTabs } from "../sides/side-tabs.tsx";
import { EntityList } from "./entity-list.tsx";
import { SelectedEntity } from "./selected-entity.tsx";

type AsideProps = {
  readonly project: string;
  readonly tab: SideTab;
  readonly onTab: (tab: SideTab) => void;
  readonly guidelines: string;
  readonly noteRef: Ref<HTMLTextAreaElement>;
};

/** The right column: the entities, what can be done with the selected one, guidelines and notes. */
export const Aside = memo(function Aside({ project, tab, onTab, guidelines, noteRef }: AsideProps) {
  const key = useKey("view_entities");
  const count = useSegmentState(({ queue }) => queue.current.spans.length);
  const open = useView(({ entities }) => entities);
  return (
    <aside
      aria-label={t("Entities and guidelines")}
      className={clsx(
        "flex flex-col border-line bg-surface max-xl:border-t xl:w-88 xl:shrink-0 xl:border-s",
        // Below the texts there is no height to spare: three columns, or only their heading.
        open ? "md:max-xl:h-64 md:max-xl:shrink-0 md:[contain:strict]" : "xl:w-auto",
      )}
    >
      <h3 id="entities-title" className="flex h-9 shrink-0 items-center gap-2 px-3 font-medium text-sm">
        <span className={clsx(!open && "xl:sr-only")}>{t("Entities")}</span>
        <span className={clsx("font-normal text-ink-muted text-xs tabular-nums", !open && "xl:sr-only")}>
          {said(count === 1 ? "1 span" : `${count} spans`)}
        </span>
        <IconButton
          icon={open ? ChevronsDown : ChevronsUp}
          size="sm"
          className="ms-auto max-md:hidden"
          label={open ? "Hide the entities" : "Show the entities"}
          shortcut={key}
          aria-expanded={open}
          onClick={() => toggleView("entities")}
        />
      </h3>
      <div
        className={clsx(
          "flex min-h-0 flex-col md:max-xl:grow md:max-xl:flex-row xl:grow",
          !open && "md:hidden",
        )}
      >
        <section
          aria-labelledby="entities-title"
          className="flex min-h-0 flex-col md:max-xl:min-w-0 md:max-xl:basis-9/12 md:max-xl:flex-row xl:basis-3/5"
        >
          <EntityList />
          <Late>
            <SelectedEntity project={project} />
          </Late>
        </section>
        <SideTabs project={project} tab={tab} onTab={onTab} guidelines={guidelines} noteRef={noteRef} />
      </div>
    </aside>
  );
});

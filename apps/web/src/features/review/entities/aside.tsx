import type { Ref } from "react";
import { useAnnotation } from "../../../editor/react/desk-context.tsx";
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
export function Aside({ project, tab, onTab, guidelines, noteRef }: AsideProps) {
  const count = useAnnotation().spans.length;
  return (
    <aside
      aria-label="Entities and guidelines"
      className="flex flex-col border-line bg-surface max-md:border-t md:w-72 md:shrink-0 md:border-l xl:w-88"
    >
      <section aria-labelledby="entities-title" className="flex min-h-0 basis-3/5 flex-col">
        <h3 id="entities-title" className="flex h-9 shrink-0 items-center px-3 font-medium text-sm">
          Entities
          <span className="ml-auto font-normal text-ink-muted text-xs tabular-nums">
            {count} {count === 1 ? "span" : "spans"}
          </span>
        </h3>
        <EntityList />
        <SelectedEntity project={project} />
      </section>
      <SideTabs tab={tab} onTab={onTab} guidelines={guidelines} noteRef={noteRef} />
    </aside>
  );
}

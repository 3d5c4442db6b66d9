import { Tabs } from "@base-ui/react/tabs";
import { memo, type Ref } from "react";
import { useSegment, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Guidelines } from "./guidelines.tsx";
import { History } from "./history.tsx";
import { Notes } from "./notes.tsx";
import { WhyHere } from "./why-here.tsx";

export type SideTab = "guidelines" | "notes" | "history" | "why";

type SideTabsProps = {
  readonly project: string;
  readonly tab: SideTab;
  readonly onTab: (tab: SideTab) => void;
  readonly guidelines: string;
  readonly noteRef: Ref<HTMLTextAreaElement>;
};

const tabClass =
  "-mb-px h-9 border-b-2 border-transparent px-2 font-medium text-ink-muted text-sm -outline-offset-2 hover:text-ink data-active:border-accent data-active:text-ink forced-colors:border-[Canvas] forced-colors:data-active:border-[Highlight]";

/** What stands beside the work: how it is to be done, and what people have remarked on this segment. */
export const SideTabs = memo(function SideTabs({ project, tab, onTab, guidelines, noteRef }: SideTabsProps) {
  const count = useSegmentState(({ queue }) => queue.current.notes.length);
  const { number } = useSegment();
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value: SideTab) => onTab(value)}
      className="flex min-h-0 min-w-0 basis-2/5 flex-col border-line border-t md:max-xl:basis-3/12 md:max-xl:border-s md:max-xl:border-t-0"
    >
      <Tabs.List className="flex shrink-0 flex-wrap gap-x-2 border-line border-b px-2">
        <Tabs.Tab value="guidelines" className={tabClass}>
          {t("Guidelines")}
        </Tabs.Tab>
        <Tabs.Tab value="notes" className={tabClass}>
          {t("Notes")}
          {count > 0 && ` (${count})`}
        </Tabs.Tab>
        <Tabs.Tab value="history" className={tabClass}>
          {t("History")}
        </Tabs.Tab>
        <Tabs.Tab value="why" className={tabClass}>
          {t("Why")}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="guidelines" className="min-h-0 overflow-y-auto" tabIndex={0}>
        <Guidelines text={guidelines} />
      </Tabs.Panel>
      <Tabs.Panel value="notes" keepMounted className="min-h-0 overflow-y-auto data-hidden:hidden">
        <Notes key={number} inputRef={noteRef} />
      </Tabs.Panel>
      <Tabs.Panel value="history" className="min-h-0 overflow-y-auto" tabIndex={0}>
        <History key={number} project={project} />
      </Tabs.Panel>
      <Tabs.Panel value="why" className="min-h-0 overflow-y-auto" tabIndex={0}>
        <WhyHere key={number} project={project} />
      </Tabs.Panel>
    </Tabs.Root>
  );
});

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog as Base } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useState } from "react";
import { useDesk } from "../../../editor/react/desk-context.tsx";
import { t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { itemClass } from "../../../ui/popup.ts";
import { type Found, type Group, useFindings } from "./use-findings.ts";

type PaletteProps = {
  readonly project: string;
  readonly goTo: (segment: number) => void;
  readonly onClose: () => void;
};

/** Finds whatever there is: actions, segments by number, id or text, documents, pages of the project. */
export function Palette({ project, goTo, onClose }: PaletteProps) {
  const desk = useDesk();
  const [query, setQuery] = useState("");
  const { groups, searching } = useFindings(project, query, goTo);

  function run(found: Found): void {
    onClose();
    // After the dialog has given the focus back: what it opens may want it.
    requestAnimationFrame(() => found.run(desk));
  }

  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          aria-label={t("Find")}
          className="fixed top-[12dvh] start-1/2 z-40 flex max-h-[70dvh] w-[calc(100vw-32px)] max-w-xl -translate-x-1/2 flex-col rounded-xl border border-line bg-raised shadow-lg outline-hidden"
        >
          <Autocomplete.Root
            inline
            open
            items={groups}
            // What is found has been chosen and ordered already.
            mode="none"
            autoHighlight="always"
            keepHighlight
            value={query}
            onValueChange={setQuery}
            itemToStringValue={(found: Found) => found.title}
          >
            <div className="flex items-center gap-2 border-line border-b px-4">
              <Search aria-hidden className="size-4 text-ink-muted" />
              <Autocomplete.Input
                aria-label={t("Find an action, a segment, a document or a page")}
                placeholder={t("Action, segment number, id or text, document, page")}
                className="h-12 min-w-0 grow bg-transparent text-md outline-hidden"
              />
            </div>
            <Autocomplete.Empty className="px-4 text-ink-muted [&:not(:empty)]:py-6">
              {searching ? t("Searching…") : t("Nothing found.")}
            </Autocomplete.Empty>
            <Autocomplete.List className="overflow-y-auto overscroll-contain [&:not(:empty)]:p-1">
              {(group: Group) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 text-ink-muted text-xs">
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(found: Found) => (
                      <Autocomplete.Item
                        key={found.id}
                        value={found}
                        className={itemClass}
                        onClick={() => run(found)}
                      >
                        <span className="min-w-0 grow truncate">{found.title}</span>
                        {found.detail && (
                          <span className="max-w-1/2 truncate text-ink-muted text-sm">{found.detail}</span>
                        )}
                        {found.keys && <Kbd keys={found.keys} />}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

import { Popover } from "@base-ui/react/popover";
import { clsx } from "clsx";
import { useMemo } from "react";
import { boxesOf } from "../../../editor/dom/geometry.ts";
import { createSpan, takeProposal } from "../../../editor/model/actions/spans.ts";
import { chosenText } from "../../../editor/model/segment/tool.ts";
import { quoted } from "../../../editor/model/view/describe.ts";
import { proposalsFor } from "../../../editor/model/view/propose.ts";
import { useAnnotation, useDesk, useSegmentState } from "../../../editor/react/desk-context.tsx";
import { rootsOf, useRoots } from "../../../editor/react/text-roots.tsx";
import { scriptClass } from "../../../ui/fonts.ts";
import { t } from "../../../ui/i18n/t.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { LabelBadge } from "../../../ui/label-badge.tsx";
import { itemClass, popupClass } from "../../../ui/popup.ts";

/** At the selected text: what it most likely is, and all labels. The focus stays where it was; the keys work as ever. */
export function LabelPopover() {
  const tool = useSegmentState((state) => state.tool);
  const chosen = chosenText(tool);
  return chosen && <Labels chosen={chosen} />;
}

function Labels({ chosen }: { readonly chosen: NonNullable<ReturnType<typeof chosenText>> }) {
  const desk = useDesk();
  const annotation = useAnnotation();
  const roots = useRoots();
  const selected = useSegmentState((state) => state.selection?.span);
  const { side, range } = chosen;
  const { start, end } = range;
  const anchor = useMemo(
    () => ({
      getBoundingClientRect: (): DOMRect => {
        const root = rootsOf(roots).get(side);
        const boxes = root ? boxesOf(root, { start, end }) : [];
        return boxes.at(-1) ?? new DOMRect();
      },
    }),
    [roots, side, start, end],
  );
  const proposals = proposalsFor(annotation, chosen.side, selected);
  const colourOf = (label: string): number => desk.labels.find(({ name }) => name === label)?.colour ?? 9;
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        if (!open && !isAnswer(event)) desk.segment.tool({ kind: "escape" });
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="bottom"
          sideOffset={10}
          collisionPadding={8}
          className="z-40"
        >
          <Popover.Popup
            initialFocus={false}
            finalFocus={false}
            aria-label={t("Label for the selected text")}
            className={clsx(popupClass, "script-font w-64", scriptClass(desk.rules.languages.source))}
          >
            {proposals.map((proposal, index) => (
              <button
                key={proposal.link?.id}
                type="button"
                className={clsx(itemClass, "w-full text-start hover:bg-accent-soft")}
                onClick={() => takeProposal(desk, proposal)}
              >
                <LabelBadge name={proposal.label} colour={colourOf(proposal.label)} />
                <span className="grow truncate">↔ {quoted(annotation, proposal.link)}</span>
                {index === 0 && <Kbd keys="Enter" />}
              </button>
            ))}
            {proposals.length > 0 && <div className="mx-1 my-1 h-px bg-line" />}
            <div className="flex flex-wrap gap-1 p-1">
              {desk.labels.map(({ name, colour, hotkey }) => (
                <button
                  key={name}
                  type="button"
                  className="inline-flex min-h-7 items-center gap-1 rounded-sm px-1 hover:bg-accent-soft"
                  onClick={() => createSpan(desk, chosen.side, chosen.range, name)}
                >
                  <LabelBadge name={name} colour={colour} />
                  {hotkey && <Kbd keys={hotkey.toUpperCase()} />}
                </button>
              ))}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** A press on the texts or the entities may name the counterpart of what is selected: they end the choice themselves. */
const isAnswer = ({ target }: Event): boolean =>
  target instanceof Element && target.closest("[data-side], [role=listbox]") !== null;

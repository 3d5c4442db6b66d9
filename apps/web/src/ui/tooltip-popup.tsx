import { Tooltip as Base } from "@base-ui/react/tooltip";
import { Kbd } from "./kbd.tsx";

type TooltipPopupProps = { readonly anchor: HTMLElement; readonly onClose: () => void };

/** The one tooltip there is, at the element it is about. */
export function TooltipPopup({ anchor, onClose }: TooltipPopupProps) {
  const { tip, tipKey } = anchor.dataset;
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side="bottom"
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
          data-tip-popup
        >
          <Base.Popup className="flex max-w-xs items-center gap-2 rounded-sm bg-inverse px-2 py-1 text-on-inverse text-xs shadow-md forced-colors:border">
            {tip}
            {tipKey && <Kbd keys={tipKey} inverse />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

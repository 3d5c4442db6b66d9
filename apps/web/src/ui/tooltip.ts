/** What a tooltip says of an element, as attributes of it: `TooltipLayer` shows it, so that hundreds of buttons cost nothing. */
export type Tip = {
  readonly "data-tip": string;
  readonly "data-tip-key"?: string;
};

/** `label`: a hint only; what it says must also be in the element's accessible name or text. `shortcut`: as `Kbd` has it. */
export const tip = (label: string, shortcut?: string): Tip => ({
  "data-tip": label,
  ...(shortcut ? { "data-tip-key": shortcut } : {}),
});

import { clsx } from "clsx";

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? "");
const names: Readonly<Record<string, string>> = isApple
  ? { Ctrl: "⌃", Mod: "⌘", Alt: "⌥", Shift: "⇧", Enter: "⏎", Tab: "⇥", Backspace: "⌫", Delete: "⌦" }
  : { Mod: "Ctrl", Shift: "⇧", Enter: "⏎", Tab: "⇥", Backspace: "⌫" };
const arrows: Readonly<Record<string, string>> = { Left: "←", Right: "→", Up: "↑", Down: "↓" };

/** Keys written with "+", e.g. "Mod+Shift+Z"; `Mod` is Ctrl, or Command on Apple's systems. */
export function Kbd({ keys, inverse = false }: { readonly keys: string; readonly inverse?: boolean }) {
  return (
    <kbd
      className={clsx(
        "inline-flex min-w-5 items-center justify-center gap-0.5 rounded-xs border px-1 font-medium font-sans text-2xs",
        inverse ? "border-on-inverse/30 text-on-inverse" : "border-line bg-sunken text-ink-muted",
      )}
    >
      {keys.split("+").map((key) => (
        <span key={key}>{names[key] ?? arrows[key] ?? key}</span>
      ))}
    </kbd>
  );
}

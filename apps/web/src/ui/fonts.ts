import { scriptOf } from "@spanbridge/shared";

// Each brings the @font-face rules of one script; the browser then fetches only the subsets that the text needs.
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  Hans: () => import("@fontsource-variable/noto-sans-sc/wght.css"),
  Hant: () => import("@fontsource-variable/noto-sans-tc/wght.css"),
  Jpan: () => import("@fontsource-variable/noto-sans-jp/wght.css"),
  Kore: () => import("@fontsource-variable/noto-sans-kr/wght.css"),
  Thai: () => import("@fontsource-variable/noto-sans-thai/wght.css"),
  Arab: () => import("@fontsource-variable/noto-sans-arabic/wght.css"),
  Deva: () => import("@fontsource-variable/noto-sans-devanagari/wght.css"),
  Hebr: () => import("@fontsource-variable/noto-sans-hebrew/wght.css"),
};

const loaded = new Map<string, Promise<unknown>>();

/**
 * Makes the font of a BCP 47 language's script available; does nothing for scripts that the interface font or the system
 * covers, and nothing the second time. A font that cannot be fetched leaves the system's own in place.
 */
export function loadFontFor(language: string): Promise<void> {
  const script = scriptOf(language);
  const load = loaders[script];
  if (!load) return Promise.resolve();
  const font = loaded.get(script) ?? load();
  loaded.set(script, font);
  return font.then(
    () => undefined,
    () => void loaded.delete(script),
  );
}

/** The class (scripts.css) that sets font, size and line height for a language; goes beside `corpus-text`. */
export function scriptClass(language: string): string {
  return `script-${scriptOf(language).toLowerCase()}`;
}

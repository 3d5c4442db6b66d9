import { create } from "zustand";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

// public/start.js reads the same key before the first paint.
const KEY = "spanbridge.theme";

function remembered(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function remember(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked: the choice lasts until the page is loaded again.
  }
}

type ThemeStore = { readonly theme: Theme; readonly setTheme: (theme: Theme) => void };

export const useTheme = create<ThemeStore>()((set) => ({
  theme: remembered(),
  setTheme: (theme) => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember(theme);
    set({ theme });
  },
}));

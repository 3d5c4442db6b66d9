import { type LucideIcon, Monitor, Moon, Sun } from "lucide-react";
import { t } from "../../ui/i18n/t.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { type Theme, themes, useTheme } from "../theme.ts";

const faces: Record<Theme, { readonly name: string; readonly icon: LucideIcon }> = {
  system: { name: t("as the system"), icon: Monitor },
  light: { name: "light", icon: Sun },
  dark: { name: "dark", icon: Moon },
};

/** Goes round: system, light, dark. A plain button, so that no menu has to be loaded for the first screen. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  const label = t("Theme: {{name}}. Switch to {{name2}}", {
    name: faces[theme].name,
    name2: faces[next].name,
  });
  return <IconButton icon={faces[theme].icon} label={label} onClick={() => setTheme(next)} />;
}

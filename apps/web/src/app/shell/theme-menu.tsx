import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuChoice } from "../../ui/menu.tsx";
import { type Theme, useTheme } from "../theme.ts";

const options = [
  { value: "system", label: "As the system", icon: Monitor },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
] as const satisfies readonly { value: Theme; label: string; icon: typeof Sun }[];

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  const icon = options.find(({ value }) => value === theme)?.icon ?? Monitor;
  return (
    <Menu trigger={<IconButton icon={icon} label="Theme" />}>
      <MenuChoice label="Theme" value={theme} options={options} onChange={setTheme} />
    </Menu>
  );
}
